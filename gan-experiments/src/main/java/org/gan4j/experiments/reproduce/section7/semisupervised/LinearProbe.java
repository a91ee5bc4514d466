package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;

/**
 * The same linear classifier on any input, each treated alike: scaled and its penalty chosen on the labelled examples alone, judged on the
 * test examples.
 *
 * @param draws of labelled examples
 * @param count how many draws, numbered from 1
 * @param test  labelled, not drawn from
 */
record LinearProbe(LabelDraws draws, int count, Table test) {
    /** A map from examples to what the classifier sees of them. */
    interface FeatureMap {
        FloatTensor of(FloatTensor examples);
    }

    /** The draws of one number of labels; features are computed on this thread. */
    AccuracyRow measure(int labels, String input, FeatureMap features) {
        FloatTensor judged = features.of(test.toFloats());
        List<Table> drawn = IntStream.rangeClosed(1, count)
                .mapToObj(draw -> draws.examples(draws.rows(draw, labels)))
                .toList();
        List<FloatTensor> learnt =
                drawn.stream().map(table -> features.of(table.toFloats())).toList();
        List<AccuracyRow.Fit> fits = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> fit(learnt.get(i), drawn.get(i), judged))
                .toList();
        return AccuracyRow.of(labels, input, judged.width(), fits);
    }

    private AccuracyRow.Fit fit(FloatTensor learnt, Table drawn, FloatTensor judged) {
        InputScale scaling = InputScale.of(learnt);
        LabelledExamples labelled = labelled(scaling, learnt, drawn);
        Penalty penalty = Penalty.of(labelled);
        LogisticRegression fit = LogisticRegression.fit(
                labelled, penalty.value(), LogisticRegression.zero(labelled.classes(), labelled.width()));
        return new AccuracyRow.Fit(fit.accuracy(labelled(scaling, judged, test)), penalty);
    }

    private LabelledExamples labelled(InputScale scaling, FloatTensor x, Table table) {
        return new LabelledExamples(scaling.apply(x), table.labels().orElseThrow(), draws.classes());
    }
}
