/** Holds the program's own module, which contributes the built-in commands, recipes, data sets and metrics. */
@NullMarked
package org.gan4j.experiments;

import org.jspecify.annotations.NullMarked;
