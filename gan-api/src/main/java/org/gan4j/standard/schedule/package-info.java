/** Holds the built-in schedules, which say which player is updated when. */
@NullMarked
package org.gan4j.standard.schedule;

import org.jspecify.annotations.NullMarked;
