/** What several runs say together: intervals over seeds, differences paired by seed, and what may be concluded from them. */
package org.gan4j.experiments.compare.statistics;
