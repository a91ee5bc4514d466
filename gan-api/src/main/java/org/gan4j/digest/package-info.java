/** Computes SHA-256 of texts, files and jars, by which a recorded run is recognised. */
@NullMarked
package org.gan4j.digest;

import org.jspecify.annotations.NullMarked;
