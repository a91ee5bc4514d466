/** Declares what a part is: extension points, contributions, and what a part states about itself and its parameters. */
package org.gan4j.api.part;
