/** Checks that the arms of a comparison differ in what it compares and in nothing else. */
package org.gan4j.experiments.compare.fairness;
