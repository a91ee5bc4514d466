/** Holds the built-in schedules, which say which player is updated when. */
package org.gan4j.standard.schedule;
