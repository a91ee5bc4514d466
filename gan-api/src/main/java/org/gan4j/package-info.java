/** Where Java programs begin: {@link org.gan4j.Gan4j}. */
package org.gan4j;
