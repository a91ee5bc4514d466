/** Subcommands of {@code gan} as parts, independent of the library that parses the command line. */
package org.gan4j.api.command;
