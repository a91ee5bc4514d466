/** Holds experiments: how they are built, run and compared, and the backend that opens them. */
@NullMarked
package org.gan4j.api.experiment;

import org.jspecify.annotations.NullMarked;
