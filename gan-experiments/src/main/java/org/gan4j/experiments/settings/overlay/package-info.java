/** Reads what the user wrote before its meaning is known: settings in layers over each other, and the grids they make. */
package org.gan4j.experiments.settings.overlay;
