/** Finds plug-ins: the class path, the folder beside the program, and the folders that {@code --plugins} names. */
package org.gan4j.experiments.plugins;
