/** Draws figures: one axis, one palette, and two canvases, one for SVG and one for PNG. */
package org.gan4j.experiments.draw;
