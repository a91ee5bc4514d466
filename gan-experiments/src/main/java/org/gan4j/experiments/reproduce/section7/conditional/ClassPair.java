package org.gan4j.experiments.reproduce.section7.conditional;

import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.experiments.library.data.CaptionedData;
import org.gan4j.standard.conditional.CaptionedGenerator;
import org.gan4j.standard.conditional.CaptionedPrior;

/** The data and the prior of a pair whose classes can be asked for. */
record ClassPair(CaptionedData data, CaptionedPrior prior) {
    /**
     * Returns the pair of an experiment.
     *
     * @throws InvalidInput if its parts know no classes, or not the same number of them
     */
    static ClassPair of(Experiment experiment) {
        Experiment.Parts parts = experiment.parts();
        if (!(parts.dataset().value() instanceof CaptionedData data)
                || !(parts.prior().value() instanceof CaptionedPrior prior)
                || !(parts.generator().value() instanceof CaptionedGenerator generator)) {
            throw new InvalidInput(
                    "conditional",
                    "a class can be asked for where dataset, prior and generator are 'captioned', as in the recipe"
                            + " mnist-conditional; here they are '"
                            + parts.dataset().name() + "', '" + parts.prior().name() + "' and '"
                            + parts.generator().name() + "'");
        }
        if (data.classes() != prior.classes() || data.classes() != generator.classes()) {
            throw new InvalidInput(
                    "conditional",
                    "dataset.classes, prior.classes and generator.classes must be one number; they are "
                            + data.classes() + ", " + prior.classes() + " and " + generator.classes());
        }
        return new ClassPair(data, prior);
    }

    int classes() {
        return data.classes();
    }

    /** The same z with these classes. */
    FloatTensor asking(FloatTensor latent, int[] labels) {
        return Draws.of(data, prior).asking(latent, 0, row -> labels[row]);
    }

    /** The first rows of a split. */
    Table first(Split split, int count) {
        Table all = data.load(split);
        return all.slice(0, Math.min(count, all.count()));
    }

    /** The pictures of a table, without their captions. */
    FloatTensor pictures(Table table) {
        return data.caption().cut(table.toFloats());
    }
}
