/** Reads the pictures of a folder: which there are, how one becomes numbers, and where the numbers are kept. */
@NullMarked
package org.gan4j.experiments.library.data.own.picture;

import org.jspecify.annotations.NullMarked;
