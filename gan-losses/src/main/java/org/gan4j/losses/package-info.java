/**
 * Holds the losses of Goodfellow and others (2014), of the paper and of its published code, each written once in the algebra of
 * {@code org.gan4j.api.algebra}, with the closed forms that prove it.
 */
@NullMarked
package org.gan4j.losses;

import org.jspecify.annotations.NullMarked;
