/** Holds the built-in parts of gan-api, contributed by {@link org.gan4j.standard.StandardModule}. */
package org.gan4j.standard;
