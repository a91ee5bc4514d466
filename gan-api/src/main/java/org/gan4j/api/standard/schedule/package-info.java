/** Who updates when. */
package org.gan4j.api.standard.schedule;
