/** Holds the built-in update rules, with their schedules of rate and momentum. */
package org.gan4j.standard.optimizer;
