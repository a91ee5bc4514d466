/** Computes SHA-256 of texts, files and jars, by which a recorded run is recognised. */
package org.gan4j.digest;
