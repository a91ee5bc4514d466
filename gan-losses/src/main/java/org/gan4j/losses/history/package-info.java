/** Holds terms that look back: they keep averages of logits or of weights between updates. */
@NullMarked
package org.gan4j.losses.history;

import org.jspecify.annotations.NullMarked;
