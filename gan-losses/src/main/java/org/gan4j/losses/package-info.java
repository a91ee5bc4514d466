/**
 * Holds the losses of Goodfellow and others (2014) and those that share its discriminator, each written once in the algebra of
 * {@code org.gan4j.api.algebra}, with the closed forms that prove it.
 */
@NullMarked
package org.gan4j.losses;

import org.jspecify.annotations.NullMarked;
