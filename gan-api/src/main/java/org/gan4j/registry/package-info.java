/** What is at hand: the plug-ins that were found, wired into one injector, and their points and parts by name. */
package org.gan4j.registry;
