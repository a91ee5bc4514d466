/** Holds the class that Java programs begin with, {@link org.gan4j.Gan4j}. */
package org.gan4j;
