/** Reproduces the paper's table 1: the same protocol measures trained generators, beside controls that say what the numbers mean. */
package org.gan4j.experiments.reproduce.table;
