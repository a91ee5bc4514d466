/** Holds the image sets that can also be read from a folder of the user: CIFAR-10 and the Toronto Face Database. */
package org.gan4j.experiments.library.data.image;
