/** Examples of what nets are made of: a layer, an initializer, a generator and a discriminator. */
package org.gan4j.examples.net;
