/** Holds a run inside a backend: training, using the nets, saving, and further capabilities. */
@NullMarked
package org.gan4j.api.run;

import org.jspecify.annotations.NullMarked;
