/** Section 7.2 of the paper: a net that finds the latent draw behind an example, trained after the generator. */
package org.gan4j.experiments.reproduce.section7.inference;
