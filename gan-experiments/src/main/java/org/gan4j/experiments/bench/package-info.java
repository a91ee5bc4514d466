/** Measures how fast experiments train on this machine, beside what the machine can do at best. */
@NullMarked
package org.gan4j.experiments.bench;

import org.jspecify.annotations.NullMarked;
