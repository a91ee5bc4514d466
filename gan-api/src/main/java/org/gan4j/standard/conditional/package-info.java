/** Makes conditional pairs without a new kind of player: the class is part of the latent draw and, as a caption, part of the picture. */
@NullMarked
package org.gan4j.standard.conditional;

import org.jspecify.annotations.NullMarked;
