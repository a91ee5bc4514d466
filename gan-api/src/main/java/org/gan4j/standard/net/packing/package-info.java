/** Lets a discriminator judge several examples together. */
@NullMarked
package org.gan4j.standard.net.packing;

import org.jspecify.annotations.NullMarked;
