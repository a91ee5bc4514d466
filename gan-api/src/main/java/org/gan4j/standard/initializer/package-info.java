/** First values of weights. */
package org.gan4j.standard.initializer;
