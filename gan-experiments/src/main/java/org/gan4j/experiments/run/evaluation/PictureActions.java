package org.gan4j.experiments.run.evaluation;

import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/** The actions of an evaluation that draw pictures. */
public final class PictureActions {
    private PictureActions() {}

    /** Returns the actions that draw pictures of a run into its folder. */
    public static List<EvaluationAction> of(MeasuredRun measured, RunFolder folder, Journal journal) {
        Dataset dataset = measured.dataset();
        return List.of(
                new SamplePictures(
                        dataset, measured.experiment().parts().loss().value().logits(), folder, journal),
                new CodePictures(measured.draws(), folder, journal),
                new NeighbourPictures(dataset, folder, journal));
    }
}
