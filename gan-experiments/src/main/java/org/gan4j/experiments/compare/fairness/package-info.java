/** Checks that the arms of a comparison differ in what it compares and in nothing else. */
@NullMarked
package org.gan4j.experiments.compare.fairness;

import org.jspecify.annotations.NullMarked;
