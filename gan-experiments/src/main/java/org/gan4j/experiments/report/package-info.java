/** report.html: what a run or a comparison came to, as one file that opens anywhere. */
package org.gan4j.experiments.report;
