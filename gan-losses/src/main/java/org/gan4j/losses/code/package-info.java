/** Holds the terms about labels and codes: what the generator was asked for is to be read from what it gives. */
@NullMarked
package org.gan4j.losses.code;

import org.jspecify.annotations.NullMarked;
