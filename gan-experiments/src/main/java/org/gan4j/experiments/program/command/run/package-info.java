/** Contains the commands that make runs and comparisons, and what they print of their outcome. */
package org.gan4j.experiments.program.command.run;
