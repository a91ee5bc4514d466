/** Holds rules around another rule that use a mean of the parameters wherever a net is not trained. */
@NullMarked
package org.gan4j.standard.optimizer.average;

import org.jspecify.annotations.NullMarked;
