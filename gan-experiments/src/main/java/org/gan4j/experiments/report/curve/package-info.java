/** Selects the curves and pictures of a report: which runs form an arm, which charts are drawn, and how long series become short. */
package org.gan4j.experiments.report.curve;
