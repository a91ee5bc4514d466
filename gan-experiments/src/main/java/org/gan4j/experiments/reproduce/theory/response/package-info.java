/** Measures a player's answer to another that stands still: the gain of its best response, and where a discriminator's gradient points. */
package org.gan4j.experiments.reproduce.theory.response;
