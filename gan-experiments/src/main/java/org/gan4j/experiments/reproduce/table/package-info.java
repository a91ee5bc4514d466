/** Reproduces the paper's table 1: the same protocol measures trained generators, beside controls that say what the numbers mean. */
@NullMarked
package org.gan4j.experiments.reproduce.table;

import org.jspecify.annotations.NullMarked;
