/** Contains the commands about this machine: what works on it, its data sets, and MLflow. */
package org.gan4j.experiments.program.command.machine;
