/** Declares the keys that every experiment has, with their defaults and meaning. */
package org.gan4j.experiments.settings.keys;
