/** Declares how experiments are described, run and measured: experiment, runner, backend, run, metric, tracker and their records. */
@NullMarked
package org.gan4j.api.run;

import org.jspecify.annotations.NullMarked;
