/** A tracking server, and how it is asked: its address and login, its answers, and clients that never wait for ever. */
package org.gan4j.experiments.mlflow.server;
