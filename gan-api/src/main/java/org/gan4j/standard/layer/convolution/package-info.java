/** Holds the built-in layers over images [batch × height × width × channels]: convolution, its transpose, and maxout with pooling. */
@NullMarked
package org.gan4j.standard.layer.convolution;

import org.jspecify.annotations.NullMarked;
