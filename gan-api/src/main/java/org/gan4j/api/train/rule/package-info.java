/** Declares rules around another optimizer: they change its gradients, its learning rate, or the values that it gives. */
@NullMarked
package org.gan4j.api.train.rule;

import org.jspecify.annotations.NullMarked;
