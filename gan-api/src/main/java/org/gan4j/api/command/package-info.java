/** Declares what a subcommand of {@code gan} is, independent of the library that parses the command line. */
@NullMarked
package org.gan4j.api.command;

import org.jspecify.annotations.NullMarked;
