/** Holds the built-in distributions of the generator's input. */
package org.gan4j.standard.prior;
