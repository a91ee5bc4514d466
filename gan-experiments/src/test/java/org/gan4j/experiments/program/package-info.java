/** Tests the packaged program as a user meets it: a child process, its exit code, and what it leaves behind. */
package org.gan4j.experiments.program;
