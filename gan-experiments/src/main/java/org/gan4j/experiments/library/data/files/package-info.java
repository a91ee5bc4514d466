/** Reads image sets from files: their format, which files make up a set, and the folder they are kept in on this machine. */
@NullMarked
package org.gan4j.experiments.library.data.files;

import org.jspecify.annotations.NullMarked;
