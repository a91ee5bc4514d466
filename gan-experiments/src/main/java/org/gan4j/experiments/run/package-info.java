/** Runs experiments: the step loop, what is looked at on the way, provenance, and grids. */
package org.gan4j.experiments.run;
