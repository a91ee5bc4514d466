/** Damaged input of every kind, made from a seed: the program refuses it in words or accepts it. */
package org.gan4j.experiments.program.fuzz;
