/** Writes files and folders that outlive the process, and explains why a disk refused one. */
@NullMarked
package org.gan4j.disk;

import org.jspecify.annotations.NullMarked;
