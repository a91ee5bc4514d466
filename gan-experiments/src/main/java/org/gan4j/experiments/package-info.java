/** The program's own module: the commands, recipes, data sets and metrics that the house brings. */
package org.gan4j.experiments;
