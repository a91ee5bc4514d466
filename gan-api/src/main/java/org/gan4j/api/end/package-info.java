/** Declares the two extension points for what happens when a run or a comparison has ended. */
@NullMarked
package org.gan4j.api.end;

import org.jspecify.annotations.NullMarked;
