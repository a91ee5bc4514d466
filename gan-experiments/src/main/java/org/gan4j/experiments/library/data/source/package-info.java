/** Defines where the files of a data set can come from, and takes in what has the right digest. */
@NullMarked
package org.gan4j.experiments.library.data.source;

import org.jspecify.annotations.NullMarked;
