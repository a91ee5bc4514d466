/** Computes gradients over any interpreter of the algebra: operations are recorded, and adjoints flow back through them. */
@NullMarked
package org.gan4j.gradient;

import org.jspecify.annotations.NullMarked;
