/** Turns the settings that users write into the records of parts, and checks one against the other. */
@NullMarked
package org.gan4j.binding;

import org.jspecify.annotations.NullMarked;
