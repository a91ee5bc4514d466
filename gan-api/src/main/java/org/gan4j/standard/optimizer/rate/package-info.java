/** Holds rules around another rule whose learning rate they lower over the updates. */
@NullMarked
package org.gan4j.standard.optimizer.rate;

import org.jspecify.annotations.NullMarked;
