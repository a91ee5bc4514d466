/** Writes the Maven project that a new plug-in starts from. */
package org.gan4j.experiments.program.project;
