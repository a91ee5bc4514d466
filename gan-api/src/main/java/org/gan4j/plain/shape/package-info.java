/** Interprets the algebra over shapes alone: it checks widths and counts weights before a native library loads. */
@NullMarked
package org.gan4j.plain.shape;

import org.jspecify.annotations.NullMarked;
