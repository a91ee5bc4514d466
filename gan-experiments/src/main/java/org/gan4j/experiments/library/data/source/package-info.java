/** Where the files of a data set can come from: mirrors, package clients, a folder of one's own; all end in one check. */
package org.gan4j.experiments.library.data.source;
