/** Writes a self-contained HTML file: escaped markup, the page around it, tables and numbers. */
@NullMarked
package org.gan4j.experiments.report.page;

import org.jspecify.annotations.NullMarked;
