/** Declares how experiments are described, run and measured: experiment, runner, backend, run, metric, tracker and their records. */
package org.gan4j.api.run;
