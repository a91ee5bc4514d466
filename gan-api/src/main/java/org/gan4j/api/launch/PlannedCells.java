package org.gan4j.api.launch;

import java.nio.file.Path;

/**
 * The cells of a comparison that is written down and not run. {@code gan cell COMPARISON NUMBER} runs one of them.
 *
 * @param comparison the comparison's folder, as an absolute path; all that a cell needs is in it, and its runs are made
 *                   beside it
 * @param count      the cells are numbered from 1 to this
 */
public record PlannedCells(Path comparison, int count) {}
