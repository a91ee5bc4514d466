/** Knows what is available: the plug-ins that were found, wired into one injector, with their points and parts by name. */
package org.gan4j.registry;
