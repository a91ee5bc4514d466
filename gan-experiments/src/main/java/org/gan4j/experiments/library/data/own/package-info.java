/** The data sets for files of the user's own: pictures in a folder, points in a table, arrays of NumPy, and IDX files. */
@NullMarked
package org.gan4j.experiments.library.data.own;

import org.jspecify.annotations.NullMarked;
