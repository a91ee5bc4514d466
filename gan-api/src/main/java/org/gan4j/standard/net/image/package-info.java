/** Holds the built-in convolutional nets for images [height × width] or [height × width × channels]. */
@NullMarked
package org.gan4j.standard.net.image;

import org.jspecify.annotations.NullMarked;
