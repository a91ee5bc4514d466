/** The house's commands, one record each; their components are their options. */
package org.gan4j.experiments.program.command;
