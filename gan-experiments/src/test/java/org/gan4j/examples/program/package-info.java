/** Examples of what the program offers: a recipe, a command and a tracker. */
package org.gan4j.examples.program;
