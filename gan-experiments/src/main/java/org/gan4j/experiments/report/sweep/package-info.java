/** Draws metrics along a setting whose values are numbers. */
package org.gan4j.experiments.report.sweep;
