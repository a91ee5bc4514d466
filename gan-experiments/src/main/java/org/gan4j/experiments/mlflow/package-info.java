/** Shows runs in MLflow, by its HTTP interface and without Python. */
package org.gan4j.experiments.mlflow;
