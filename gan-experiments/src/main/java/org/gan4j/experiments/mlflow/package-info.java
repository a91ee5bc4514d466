/** Runs in MLflow: what its server accepts, and how it is brought there without Python. */
package org.gan4j.experiments.mlflow;
