/** Contains the commands about parts: what plug-ins add, what a recipe or a loss is, what differs, and which laws hold. */
@NullMarked
package org.gan4j.experiments.program.command.part;

import org.jspecify.annotations.NullMarked;
