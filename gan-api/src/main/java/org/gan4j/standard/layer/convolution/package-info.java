/** Holds the built-in layers over images [batch × height × width × channels]: convolution, its transpose, and maxout with pooling. */
package org.gan4j.standard.layer.convolution;
