/** Named experiments to begin with, a file each. */
package org.gan4j.experiments.library.recipe;
