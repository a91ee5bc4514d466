/** Tests section 7.4 of the paper: a linear classifier on few labels uses the discriminator's features, beside pixels and a control. */
package org.gan4j.experiments.reproduce.section7.semisupervised;
