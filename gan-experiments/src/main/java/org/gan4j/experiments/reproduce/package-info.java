/** Runs reproductions, each of which repeats what the paper states or shows and returns rows, files and a verdict. */
@NullMarked
package org.gan4j.experiments.reproduce;

import org.jspecify.annotations.NullMarked;
