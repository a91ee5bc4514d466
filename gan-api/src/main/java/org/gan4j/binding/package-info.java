/** Turns the settings that users write into the records of parts, and checks one against the other. */
package org.gan4j.binding;
