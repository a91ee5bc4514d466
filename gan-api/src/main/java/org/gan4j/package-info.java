/** Holds the class that Java programs begin with, {@link org.gan4j.Gan4j}. */
@NullMarked
package org.gan4j;

import org.jspecify.annotations.NullMarked;
