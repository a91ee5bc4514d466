/** Selects the curves and pictures of a report: which runs form an arm, which charts are drawn, and how long series become short. */
@NullMarked
package org.gan4j.experiments.report.curve;

import org.jspecify.annotations.NullMarked;
