/** An MLflow server of this machine's own: finding the program, starting it, ending it. */
package org.gan4j.experiments.mlflow.local;
