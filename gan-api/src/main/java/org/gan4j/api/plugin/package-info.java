/**
 * Contributing, declaring and finding parts: the only place in this module that knows Guice. A module that extends
 * {@link org.gan4j.api.plugin.GanModule} contributes named parts to {@link org.gan4j.api.plugin.ExtensionPoint}s;
 * {@link org.gan4j.api.plugin.Extensions} finds and builds them.
 */
package org.gan4j.api.plugin;
