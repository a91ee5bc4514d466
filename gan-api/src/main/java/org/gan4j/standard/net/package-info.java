/** Generators and discriminators put together from the standard layers. */
package org.gan4j.standard.net;
