/** Tests section 7.2 of the paper: a net, trained after the generator, finds the latent draw behind an example. */
@NullMarked
package org.gan4j.experiments.reproduce.section7.inference;

import org.jspecify.annotations.NullMarked;
