/** Section 7.3 of the paper: any half of an image given the other, by weighing draws of one trained generator. */
package org.gan4j.experiments.reproduce.section7.inpainting;
