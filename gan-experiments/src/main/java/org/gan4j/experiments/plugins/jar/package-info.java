/**
 * Reads what a jar states about itself without loading a class of it: version ranges in its manifest, and the classes that its
 * classes need.
 */
@NullMarked
package org.gan4j.experiments.plugins.jar;

import org.jspecify.annotations.NullMarked;
