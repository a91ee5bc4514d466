/** Tests section 7's conditional pair: a probe made of real pictures says how often a picture shows the class that was asked for. */
@NullMarked
package org.gan4j.experiments.reproduce.section7.conditional;

import org.jspecify.annotations.NullMarked;
