/** Holds the small games that the laws of terms are checked in, and the closed forms of penalties on slopes. */
@NullMarked
package org.gan4j.api.laws.term;

import org.jspecify.annotations.NullMarked;
