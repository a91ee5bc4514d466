/** What one player gains against another that stands still: its best response, and where a discriminator's gradient points. */
package org.gan4j.experiments.reproduce.theory.response;
