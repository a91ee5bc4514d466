/** Holds the built-in layers: affine maps, maxout, dropout and activations. */
package org.gan4j.standard.layer;
