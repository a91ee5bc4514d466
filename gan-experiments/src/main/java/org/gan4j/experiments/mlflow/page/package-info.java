/** Writes what MLflow's pages show of an experiment, in the forms that they read: saved views, notes, tables. Nothing is sent from here. */
@NullMarked
package org.gan4j.experiments.mlflow.page;

import org.jspecify.annotations.NullMarked;
