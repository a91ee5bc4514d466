/** Talks to a tracking server: its address and login, its answers, and clients with a time limit. */
@NullMarked
package org.gan4j.experiments.mlflow.server;

import org.jspecify.annotations.NullMarked;
