/** Knows what is available: the plug-ins that were found, wired into one injector, with their points and parts by name. */
@NullMarked
package org.gan4j.registry;

import org.jspecify.annotations.NullMarked;
