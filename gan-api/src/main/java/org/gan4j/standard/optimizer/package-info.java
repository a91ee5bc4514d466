/** Update rules with their rate and momentum schedules. */
package org.gan4j.standard.optimizer;
