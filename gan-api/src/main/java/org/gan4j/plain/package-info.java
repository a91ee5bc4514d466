/**
 * Interprets the algebra in plain Java: exact numbers, values with their derivative, and readable formulas. What is written once
 * for the backend is computed, proven and checked here before anything native loads.
 */
@NullMarked
package org.gan4j.plain;

import org.jspecify.annotations.NullMarked;
