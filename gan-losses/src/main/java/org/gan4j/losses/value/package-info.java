/**
 * Holds the losses whose logits are values to be compared, not log-odds: least squares, Wasserstein, hinge and softmax.
 */
@NullMarked
package org.gan4j.losses.value;

import org.jspecify.annotations.NullMarked;
