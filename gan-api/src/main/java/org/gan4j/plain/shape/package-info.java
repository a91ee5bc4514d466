/** The interpreter over shapes alone: checks widths and counts weights before anything native loads. */
package org.gan4j.plain.shape;
