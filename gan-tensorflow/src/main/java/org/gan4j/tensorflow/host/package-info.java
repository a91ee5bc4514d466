/** Handles what surrounds the graph: sessions, devices, checkpoints, and numbers that go in and out. */
@NullMarked
package org.gan4j.tensorflow.host;

import org.jspecify.annotations.NullMarked;
