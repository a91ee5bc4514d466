/** Reproductions: what the paper states or shows, done again with one command. */
package org.gan4j.experiments.reproduce;
