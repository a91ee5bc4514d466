/** Holds what several commands do in the same way. */
@NullMarked
package org.gan4j.experiments.program.command;

import org.jspecify.annotations.NullMarked;
