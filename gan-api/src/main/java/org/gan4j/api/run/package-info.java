/** Running: the backend and its runs, metrics, trackers, and what a run leaves behind. */
package org.gan4j.api.run;
