/** Image sets that can also be read from a folder of the user's: CIFAR-10 and the Toronto Face Database. */
package org.gan4j.experiments.library.data.image;
