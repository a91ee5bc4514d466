/** Data on the host: blocks of numbers, finite tables and their splits, and what is known of a distribution. */
package org.gan4j.api.data;
