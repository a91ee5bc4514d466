/** Speaks HTTP for everyone else: through proxies, with logins, and with time limits for silence. */
@NullMarked
package org.gan4j.experiments.net;

import org.jspecify.annotations.NullMarked;
