/** Fetches the files of a data set: it asks one source after the other. */
@NullMarked
package org.gan4j.experiments.library.data.fetch;

import org.jspecify.annotations.NullMarked;
