/** Writes report.html, one file that shows the results of a run or a comparison and opens anywhere. */
@NullMarked
package org.gan4j.experiments.report;

import org.jspecify.annotations.NullMarked;
