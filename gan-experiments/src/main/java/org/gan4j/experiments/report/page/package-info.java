/** Writes a self-contained HTML file: escaped markup, the page around it, tables and numbers. */
package org.gan4j.experiments.report.page;
