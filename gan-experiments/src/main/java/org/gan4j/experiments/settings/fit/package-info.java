/** Checks that the parts of an experiment fit each other. */
@NullMarked
package org.gan4j.experiments.settings.fit;

import org.jspecify.annotations.NullMarked;
