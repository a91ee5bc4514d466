/** Draws figures: one axis, one palette, and two canvases, one for SVG and one for PNG. */
@NullMarked
package org.gan4j.experiments.draw;

import org.jspecify.annotations.NullMarked;
