/** Declares the extension point for engines that run the cells of a comparison. */
@NullMarked
package org.gan4j.api.launch;

import org.jspecify.annotations.NullMarked;
