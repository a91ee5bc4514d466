/** Handles what surrounds the graph: sessions, devices, checkpoints, and numbers that go in and out. */
package org.gan4j.tensorflow.host;
