/** Holds the built-in parts of gan-api, contributed by {@link org.gan4j.standard.StandardModule}. */
@NullMarked
package org.gan4j.standard;

import org.jspecify.annotations.NullMarked;
