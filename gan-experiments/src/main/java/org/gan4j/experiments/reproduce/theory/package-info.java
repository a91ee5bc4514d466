/** The statements of the paper's sections 3 and 4, each measured: closed forms and quadrature against training and sampling. */
package org.gan4j.experiments.reproduce.theory;
