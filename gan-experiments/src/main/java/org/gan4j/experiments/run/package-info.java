/** Runs one experiment: the step loop, its checkpoints and its provenance. */
package org.gan4j.experiments.run;
