/** Writes the trained generator as a folder that MLflow and TensorFlow load. */
package org.gan4j.experiments.store.model;
