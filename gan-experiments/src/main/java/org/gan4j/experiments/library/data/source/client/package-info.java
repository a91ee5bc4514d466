/** Gets the files of a data set from the clients of package registries, npm and apt. */
@NullMarked
package org.gan4j.experiments.library.data.source.client;

import org.jspecify.annotations.NullMarked;
