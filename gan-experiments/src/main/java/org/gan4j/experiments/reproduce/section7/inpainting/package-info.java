/** Tests section 7.3 of the paper: one half of an image is found from the other by weighing draws of a trained generator. */
@NullMarked
package org.gan4j.experiments.reproduce.section7.inpainting;

import org.jspecify.annotations.NullMarked;
