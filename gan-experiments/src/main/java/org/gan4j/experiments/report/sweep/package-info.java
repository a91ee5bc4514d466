/** Draws metrics along a setting whose values are numbers. */
@NullMarked
package org.gan4j.experiments.report.sweep;

import org.jspecify.annotations.NullMarked;
