/** Further addends of an objective. */
package org.gan4j.api.standard.term;
