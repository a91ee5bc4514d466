package org.gan4j.experiments.run.evaluation;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/** Draws what the generator makes of the same latent draws at each evaluation, where the data can be drawn. */
public record SamplePictures(Dataset dataset, LogitMeaning logits, RunFolder folder, Journal journal)
        implements EvaluationAction {
    /** The latent draws that every sample picture of a run shows. */
    static final String STREAM = "picture";

    @Override
    public void perform(RunEvaluation evaluation) {
        Run run = evaluation.run();
        FloatTensor latent = run.latent(Pictures.count(dataset.shape()), STREAM);
        Path picture = folder.samples(run.step());
        boolean drawn = Pictures.samples(
                run.generate(latent),
                run.real(latent.count(), STREAM),
                dataset.truth(),
                Optional.of(new Players(run::score, run::generate, latent, logits)),
                picture);
        if (drawn) {
            journal.artifact(folder.relative(picture), run.step(), System.currentTimeMillis());
        }
    }
}
