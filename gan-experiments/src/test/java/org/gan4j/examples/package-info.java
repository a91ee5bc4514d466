/** What {@code docs/} shows, held to the sources: pages, a program, and the example plug-in as a jar. */
package org.gan4j.examples;
