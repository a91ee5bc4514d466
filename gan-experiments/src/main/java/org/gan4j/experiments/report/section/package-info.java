/** Writes the sections of a report: results, fairness, protocol, settings, provenance, and sentences on what happened. */
@NullMarked
package org.gan4j.experiments.report.section;

import org.jspecify.annotations.NullMarked;
