/**
 * Holds the laws of losses, layers, initializers, priors, optimizers and terms as plain Java: each compares a value of a part with
 * the value expected.
 */
@NullMarked
package org.gan4j.api.laws;

import org.jspecify.annotations.NullMarked;
