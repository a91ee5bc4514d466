/** Holds data on the host: tensors, finite tables with their splits, and what is known of a distribution. */
@NullMarked
package org.gan4j.api.data;

import org.jspecify.annotations.NullMarked;
