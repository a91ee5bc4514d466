/** Holds the image sets that can also be read from a folder of the user: CIFAR-10 and the Toronto Face Database. */
@NullMarked
package org.gan4j.experiments.library.data.image;

import org.jspecify.annotations.NullMarked;
