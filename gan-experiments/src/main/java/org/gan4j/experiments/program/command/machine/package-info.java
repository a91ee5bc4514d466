/** Contains the commands about this machine: what works on it, its data sets, and MLflow. */
@NullMarked
package org.gan4j.experiments.program.command.machine;

import org.jspecify.annotations.NullMarked;
