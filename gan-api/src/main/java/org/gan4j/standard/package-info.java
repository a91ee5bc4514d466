/** The parts that every experiment is built from, contributed by {@link org.gan4j.standard.StandardModule}. */
package org.gan4j.standard;
