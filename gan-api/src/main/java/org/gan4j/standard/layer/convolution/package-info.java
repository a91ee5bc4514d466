/** Holds the built-in layers over images [batch × height × width × channels]: convolution, its transpose, maxout with pooling, other sizes, and residual blocks. */
@NullMarked
package org.gan4j.standard.layer.convolution;

import org.jspecify.annotations.NullMarked;
