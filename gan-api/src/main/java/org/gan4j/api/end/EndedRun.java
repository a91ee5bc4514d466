package org.gan4j.api.end;

import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.api.track.RunRecord;

/**
 * A run that has just ended.
 *
 * @param record the run's provenance
 * @param outcome how it ended, with its folder and its experiment
 * @param nets the run itself, with its nets still open; an action must neither train nor close it
 */
public record EndedRun(RunRecord record, Outcome outcome, Run nets) {}
