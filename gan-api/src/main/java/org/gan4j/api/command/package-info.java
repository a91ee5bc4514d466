/** Declares what a subcommand of {@code gan} is, independent of the library that parses the command line. */
package org.gan4j.api.command;
