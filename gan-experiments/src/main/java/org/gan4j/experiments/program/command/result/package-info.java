/** Contains the commands that use recorded runs: listing, measuring, drawing, exporting, reporting. */
package org.gan4j.experiments.program.command.result;
