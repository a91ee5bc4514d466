/** Holds the exceptions and messages for the person who must fix a problem. */
package org.gan4j.api.problem;
