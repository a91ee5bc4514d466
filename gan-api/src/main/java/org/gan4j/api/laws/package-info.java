/**
 * Holds the laws of losses, layers, initializers, priors and optimizers as plain Java: each compares a value of a part with the
 * value expected.
 */
package org.gan4j.api.laws;
