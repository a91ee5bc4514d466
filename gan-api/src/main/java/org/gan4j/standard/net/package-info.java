/** Holds the built-in generators and discriminators, put together from layers. */
@NullMarked
package org.gan4j.standard.net;

import org.jspecify.annotations.NullMarked;
