/** Contains the commands that use recorded runs: listing, measuring, drawing, exporting, reporting. */
@NullMarked
package org.gan4j.experiments.program.command.result;

import org.jspecify.annotations.NullMarked;
