/** The means to write one self-contained HTML file: escaped markup, the page around it, numbers and small drawings. */
package org.gan4j.experiments.report.page;
