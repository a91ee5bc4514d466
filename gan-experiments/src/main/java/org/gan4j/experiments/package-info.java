/** Holds the program's own module, which contributes the built-in commands, recipes, data sets and metrics. */
package org.gan4j.experiments;
