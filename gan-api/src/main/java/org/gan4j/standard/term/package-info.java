/** Holds the built-in addends of an objective besides the loss. */
package org.gan4j.standard.term;
