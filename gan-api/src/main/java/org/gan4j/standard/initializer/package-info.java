/** Holds the built-in first values of weights. */
package org.gan4j.standard.initializer;
