/** Section 7's conditional pair: whether pictures show the class that was asked for, by a probe made of real pictures. */
package org.gan4j.experiments.reproduce.section7.conditional;
