/** Tests section 7.4 of the paper: a linear classifier on few labels uses the discriminator's features, beside pixels and a control. */
@NullMarked
package org.gan4j.experiments.reproduce.section7.semisupervised;

import org.jspecify.annotations.NullMarked;
