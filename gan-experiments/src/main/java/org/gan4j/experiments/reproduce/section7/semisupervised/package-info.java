/** Section 7.4 of the paper: what a linear classifier on few labels makes of the discriminator's features, beside pixels and a control. */
package org.gan4j.experiments.reproduce.section7.semisupervised;
