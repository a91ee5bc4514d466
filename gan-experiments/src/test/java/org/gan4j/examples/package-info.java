/** What {@code docs/extending.md} shows, compiled and run: a program, modules, and below them an example of each kind of part. */
package org.gan4j.examples;
