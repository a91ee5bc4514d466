/** Whether the arms of a comparison differ in what it is about and in nothing else. */
package org.gan4j.experiments.compare.fairness;
