/** The curves and pictures of a report: which runs form an arm, what is drawn of them, and how long series become short. */
package org.gan4j.experiments.report.curve;
