/** First values of weights. */
package org.gan4j.api.standard.initializer;
