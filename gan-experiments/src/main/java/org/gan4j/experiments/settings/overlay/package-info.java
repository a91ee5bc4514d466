/** Reads what the user wrote before its meaning is known: settings in layers over each other, and the grids they make. */
@NullMarked
package org.gan4j.experiments.settings.overlay;

import org.jspecify.annotations.NullMarked;
