/** Registers generators as MLflow's logged models. */
@NullMarked
package org.gan4j.experiments.mlflow.model;

import org.jspecify.annotations.NullMarked;
