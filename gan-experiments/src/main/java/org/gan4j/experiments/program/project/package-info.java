/** Writes the Maven project that a new plug-in starts from. */
@NullMarked
package org.gan4j.experiments.program.project;

import org.jspecify.annotations.NullMarked;
