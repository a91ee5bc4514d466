/** Interprets the algebra over shapes alone: it checks widths and counts weights before a native library loads. */
package org.gan4j.plain.shape;
