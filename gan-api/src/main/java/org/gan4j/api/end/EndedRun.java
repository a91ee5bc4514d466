package org.gan4j.api.end;

import org.gan4j.api.run.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.RunRecord;

/**
 * A run that has just ended.
 *
 * @param record  where it comes from
 * @param outcome how it ended, with its folder and its experiment
 * @param nets    the run itself, with its nets still open; to be neither trained nor closed
 */
public record EndedRun(RunRecord record, Outcome outcome, Run nets) {}
