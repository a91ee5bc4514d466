/** Registers generators as MLflow's logged models. */
package org.gan4j.experiments.mlflow.model;
