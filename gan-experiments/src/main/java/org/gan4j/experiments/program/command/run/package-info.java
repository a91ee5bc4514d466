/** Contains the commands that make runs and comparisons, and what they print of their outcome. */
@NullMarked
package org.gan4j.experiments.program.command.run;

import org.jspecify.annotations.NullMarked;
