/** Holds the sets of pictures in colour, and those that can also be read from a folder of the user. */
@NullMarked
package org.gan4j.experiments.library.data.image;

import org.jspecify.annotations.NullMarked;
