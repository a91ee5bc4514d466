/** Fetches the files of a data set from mirrors, package clients or a folder, and verifies them. */
@NullMarked
package org.gan4j.experiments.library.data.source;

import org.jspecify.annotations.NullMarked;
