/** Holds what {@code docs/} shows to the sources: pages, a program, and the example plug-in as a jar. */
package org.gan4j.examples;
