/** Draws samples as PNG files: grids of images, scatters of points, densities. The same input gives the same bytes. */
@NullMarked
package org.gan4j.experiments.draw.sample;

import org.jspecify.annotations.NullMarked;
