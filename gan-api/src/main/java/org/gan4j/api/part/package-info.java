/** Declares what a part is: extension points, contributions, and what a part states about itself and its parameters. */
@NullMarked
package org.gan4j.api.part;

import org.jspecify.annotations.NullMarked;
