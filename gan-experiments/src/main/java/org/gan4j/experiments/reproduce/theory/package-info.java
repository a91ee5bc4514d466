/** Measures the statements of the paper's sections 3 and 4: closed forms and quadrature against training and sampling. */
@NullMarked
package org.gan4j.experiments.reproduce.theory;

import org.jspecify.annotations.NullMarked;
