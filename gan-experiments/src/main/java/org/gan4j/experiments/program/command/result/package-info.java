/** Commands that look at what runs have left: listing, measuring, drawing, exporting, reporting. */
package org.gan4j.experiments.program.command.result;
