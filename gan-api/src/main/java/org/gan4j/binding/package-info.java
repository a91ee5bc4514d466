/** From what users write to the records of parts: settings, parameters, and the binder that checks one against the other. */
package org.gan4j.binding;
