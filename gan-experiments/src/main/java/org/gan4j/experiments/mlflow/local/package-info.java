/** Starts and ends an MLflow server on this machine. */
@NullMarked
package org.gan4j.experiments.mlflow.local;

import org.jspecify.annotations.NullMarked;
