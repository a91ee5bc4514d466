/** The program {@code gan}: turns a command line into a command's record, runs it, and says what went wrong in a line. */
package org.gan4j.experiments.program.cli;
