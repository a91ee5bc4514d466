/** Writes a schedule out: which updates each step makes, and which terms count in them. */
@NullMarked
package org.gan4j.tensorflow.plan;

import org.jspecify.annotations.NullMarked;
