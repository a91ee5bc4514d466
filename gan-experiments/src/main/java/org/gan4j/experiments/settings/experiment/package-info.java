/** Makes an experiment of the settings of one cell: its parts are built, its numbers are read. */
@NullMarked
package org.gan4j.experiments.settings.experiment;

import org.jspecify.annotations.NullMarked;
