/** The paper's table 1 with a row of ours: the same protocol on trained generators, beside controls that say what the numbers mean. */
package org.gan4j.experiments.reproduce.table;
