/** Starts and ends an MLflow server on this machine. */
package org.gan4j.experiments.mlflow.local;
