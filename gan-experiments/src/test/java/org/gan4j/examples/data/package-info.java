/** Examples of what goes in and what comes out: a prior, a data set and a metric. */
package org.gan4j.examples.data;
