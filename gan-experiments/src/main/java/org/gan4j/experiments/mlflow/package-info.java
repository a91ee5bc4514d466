/** Shows runs in MLflow, by its HTTP interface and without Python. */
@NullMarked
package org.gan4j.experiments.mlflow;

import org.jspecify.annotations.NullMarked;
