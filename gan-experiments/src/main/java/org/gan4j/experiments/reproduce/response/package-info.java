/** What one player makes of another that stands still: the best response's gain, and where a discriminator's gradient points. */
package org.gan4j.experiments.reproduce.response;
