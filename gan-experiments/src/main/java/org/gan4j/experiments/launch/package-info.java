/** Hands the cells of a comparison to this process, to Spark, to Slurm or to Kubernetes. */
@NullMarked
package org.gan4j.experiments.launch;

import org.jspecify.annotations.NullMarked;
