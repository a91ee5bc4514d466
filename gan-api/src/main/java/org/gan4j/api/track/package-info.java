/** Holds what trackers receive: the record of a run and what is observed in it. */
@NullMarked
package org.gan4j.api.track;

import org.jspecify.annotations.NullMarked;
