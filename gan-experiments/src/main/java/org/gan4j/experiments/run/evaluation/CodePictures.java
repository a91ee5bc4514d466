package org.gan4j.experiments.run.evaluation;

import java.nio.file.Path;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Draws;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.store.CodePicture;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/** Draws what the codes of the prior do at each evaluation, where the data are images and the prior has codes. */
public record CodePictures(Draws draws, RunFolder folder, Journal journal) implements EvaluationAction {
    private static final int NOISES = 10;
    /** The same draws as those of the sample pictures. */
    private static final String STREAM = SamplePictures.STREAM;

    @Override
    public void perform(RunEvaluation evaluation) {
        if (Pictures.isImage(draws.example()) && !draws.codes().isEmpty()) {
            classes(evaluation.run());
            planes(evaluation.run());
        }
    }

    private void classes(Run run) {
        CodeLatents latents = new CodeLatents(draws);
        latents.classes(run.latent(NOISES, STREAM)).ifPresent(latent -> {
            Path picture = CodePicture.CLASSES.of(folder, run.step());
            Pictures.strip(run.generate(latent), latents.classes(), picture);
            tell(picture, run.step());
        });
    }

    private void planes(Run run) {
        CodeLatents latents = new CodeLatents(draws);
        latents.planes().ifPresent(latent -> {
            Path picture = CodePicture.PLANES.of(folder, run.step());
            FloatTensor images = run.generate(latent);
            Pictures.blocks(images, CodeLatents.SIDE, picture);
            tell(picture, run.step());
        });
    }

    private void tell(Path picture, long step) {
        journal.artifact(folder.relative(picture), step, System.currentTimeMillis());
    }
}
