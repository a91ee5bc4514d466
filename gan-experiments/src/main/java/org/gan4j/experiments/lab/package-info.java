/** Trains one or two arms step by step, and shows them to a browser on this machine. */
@NullMarked
package org.gan4j.experiments.lab;

import org.jspecify.annotations.NullMarked;
