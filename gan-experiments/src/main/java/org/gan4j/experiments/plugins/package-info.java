/** Finds plug-ins: on the class path, in the folder beside the program, and in the folders that {@code --plugins} names. */
@NullMarked
package org.gan4j.experiments.plugins;

import org.jspecify.annotations.NullMarked;
