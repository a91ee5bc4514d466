/** Holds rules around another rule that limit its gradients or the parameters that it gives. */
@NullMarked
package org.gan4j.standard.optimizer.limit;

import org.jspecify.annotations.NullMarked;
