/** What went wrong, for the person who must fix it. */
package org.gan4j.api.problem;
