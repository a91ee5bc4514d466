/** Writes the trained generator as a folder that MLflow and TensorFlow load. */
@NullMarked
package org.gan4j.experiments.store.model;

import org.jspecify.annotations.NullMarked;
