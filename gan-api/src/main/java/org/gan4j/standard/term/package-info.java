/** Further addends of an objective. */
package org.gan4j.standard.term;
