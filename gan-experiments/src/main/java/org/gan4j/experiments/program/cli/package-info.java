/** Contains the program {@code gan}: it turns a command line into the record of a command, runs it, and reports errors in a line. */
@NullMarked
package org.gan4j.experiments.program.cli;

import org.jspecify.annotations.NullMarked;
