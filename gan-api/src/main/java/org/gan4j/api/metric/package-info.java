/** Holds what runs are judged by: metrics, what they say of themselves, and the signals of training. */
@NullMarked
package org.gan4j.api.metric;

import org.jspecify.annotations.NullMarked;
