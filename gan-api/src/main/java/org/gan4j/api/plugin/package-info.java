/** Holds the module that authors of plug-ins extend, and the extension points that gan-api declares. */
@NullMarked
package org.gan4j.api.plugin;

import org.jspecify.annotations.NullMarked;
