/** Contributing parts, as an author of plug-ins sees it: modules, points, and what a part says of itself. */
package org.gan4j.api.plugin;
