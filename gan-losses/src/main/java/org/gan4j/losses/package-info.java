/**
 * The losses of the literature, each written once in the algebra of {@code org.gan4j.api.algebra}, with the closed forms that
 * prove it.
 */
package org.gan4j.losses;
