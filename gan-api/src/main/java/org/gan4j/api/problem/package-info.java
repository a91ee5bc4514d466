/** Holds the exceptions and messages for the person who must fix a problem. */
@NullMarked
package org.gan4j.api.problem;

import org.jspecify.annotations.NullMarked;
