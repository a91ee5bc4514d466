/** Who updates when. */
package org.gan4j.standard.schedule;
