/** Command lines run within the test's JVM, and what they say of bad input. */
package org.gan4j.experiments.program.command;
