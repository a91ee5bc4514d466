/** Writes report.html, one file that shows the results of a run or a comparison and opens anywhere. */
package org.gan4j.experiments.report;
