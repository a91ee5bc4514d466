/** Downloads the files of a data set from an address. */
@NullMarked
package org.gan4j.experiments.library.data.source.mirror;

import org.jspecify.annotations.NullMarked;
