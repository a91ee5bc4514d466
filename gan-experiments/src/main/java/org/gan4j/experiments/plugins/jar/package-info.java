/** What a jar says of itself, read without loading a class of it: its manifest's ranges, and the classes its classes need. */
package org.gan4j.experiments.plugins.jar;
