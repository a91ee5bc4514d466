package org.gan4j.experiments.lab;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.SampleGradients;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.lab.Scene.Kind;

/**
 * Sees what an arm makes over a scene, and changes nothing in its training.
 *
 * @param grid the grid that is carried to the plane; empty if there is none
 */
record ArmEye(Experiment experiment, Run run, Optional<LatentGrid> grid) {
    ArmView view(Scene scene) {
        if (scene.kind() == Kind.NOTHING) {
            return ArmView.NOTHING;
        }
        FloatTensor latent = run.latent(scene.examples(), Scene.STREAM);
        FloatTensor generated = run.generate(latent);
        return scene.kind() == Kind.PICTURES
                ? ArmView.of(
                        Pictures.gridPng(generated, ArmView.COLUMNS, ArmView.COLUMNS),
                        seen(latent, doubles(generated.values())))
                : new ArmView(
                        generated.values(),
                        seen(latent, scene.places()),
                        best(scene, generated),
                        push(scene, generated),
                        carried(scene.kind()),
                        "");
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private float[] best(Scene scene, FloatTensor generated) {
        boolean probability = experiment.parts().loss().value().logits().probability();
        return probability && scene.density().length > 0 ? BestOpinion.on(scene, generated.values()) : new float[0];
    }

    private float[] carried(Kind kind) {
        if (kind != Kind.PLANE) {
            return new float[0];
        }
        return grid.map(lines -> run.generate(lines.z()).values()).orElse(new float[0]);
    }

    private Push push(Scene scene, FloatTensor generated) {
        return run.capability(SampleGradients.class)
                .map(slopes -> Push.against(
                        slopes.sampleGradient(new FloatTensor(generated.shape(), scene.real()), generated)))
                .orElse(Push.NONE);
    }

    /** Returns what D takes examples for, whose numbers follow each other. */
    private float[] seen(FloatTensor latent, double[] examples) {
        Players players = new Players(
                run::score,
                run::generate,
                latent,
                experiment.parts().loss().value().logits());
        double[] seen = players.seen(experiment.parts().dataset().value().shape(), examples);
        float[] shown = new float[seen.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (float) seen[i];
        }
        return shown;
    }
}
