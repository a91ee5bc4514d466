/** Describes nets as data: layers, and the chains of layers that players are made of. */
@NullMarked
package org.gan4j.api.net;

import org.jspecify.annotations.NullMarked;
