/** Declares what the program itself measures while a run trains, and looks up all signals by name. */
@NullMarked
package org.gan4j.experiments.store.signal;

import org.jspecify.annotations.NullMarked;
