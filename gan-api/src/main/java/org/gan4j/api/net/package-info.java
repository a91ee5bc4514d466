/** Describes nets as data: layers, and the chains of layers that players are made of. */
package org.gan4j.api.net;
