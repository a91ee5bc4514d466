/** Holds the built-in generators and discriminators, put together from layers. */
package org.gan4j.standard.net;
