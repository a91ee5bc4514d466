package org.gan4j.experiments.report.curve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.experiments.compare.statistics.ComparableProtocols;

/** What the house's metrics are called and mean. A metric that is not in here is shown by its name alone. */
public final class Glossary {
    /**
     * @param title   what people call it
     * @param meaning what it is, with unit and reference value
     * @param aim     the direction a generator should move it in, or empty
     */
    public record Entry(String title, String meaning, String aim) {}

    private static final String UP = "↑";
    private static final String DOWN = "↓";

    private static final Map<String, Entry> ENTRIES = entries();

    private Glossary() {}

    /** By name; a name that continues one of the house's with a hyphen is that metric under another protocol. */
    public static Optional<Entry> find(String metric) {
        if (ENTRIES.containsKey(metric)) {
            return Optional.of(ENTRIES.get(metric));
        }
        if (metric.startsWith("grad/g.")) {
            String loss = metric.substring("grad/g.".length());
            return Optional.of(new Entry(
                    "Generator’s gradient under " + loss,
                    "Norm of the generator’s gradient with respect to its parameters under the loss " + loss
                            + ", at the parameters of that step. Measured only; nothing is updated by it.",
                    ""));
        }
        if (metric.startsWith("grad/g-logit.")) {
            String loss = metric.substring("grad/g-logit.".length());
            return Optional.of(new Entry(
                    "Slope at the logits under " + loss,
                    "Mean of |dL_G/da| over the logits a of generated examples under the loss " + loss
                            + ": how much of the gradient passes the loss at all, before it reaches the generator.",
                    ""));
        }
        if (metric.startsWith("grad/g-sample.")) {
            String loss = metric.substring("grad/g-sample.".length());
            return Optional.of(new Entry(
                    "Push on the samples under " + loss,
                    "Mean length of the gradient with respect to a generated example under the loss " + loss
                            + ": the slope at the logits after its way back through D.",
                    ""));
        }
        if (metric.startsWith("grad/g-cosine.")) {
            return Optional.of(new Entry(
                    "Cosine between two losses’ gradients",
                    "Of the generator’s parameters, on one batch: 1 where both losses would move them the same way, 0 where their"
                            + " ways have nothing in common, −1 where one undoes the other.",
                    ""));
        }
        String base = ComparableProtocols.base(metric);
        if (!base.equals(metric)) {
            return find(base)
                    .map(standard -> variant(standard, metric.substring(base.length() + 2, metric.length() - 1)));
        }
        for (int hyphen = metric.lastIndexOf('-'); hyphen > 0; hyphen = metric.lastIndexOf('-', hyphen - 1)) {
            Entry standard = ENTRIES.get(metric.substring(0, hyphen));
            if (standard != null) {
                return Optional.of(variant(standard, metric.substring(hyphen + 1)));
            }
        }
        return Optional.empty();
    }

    public static String title(String metric) {
        return find(metric).map(Entry::title).orElse(metric);
    }

    /** {@code lowest} or {@code highest}, whichever is good; empty where the metric has no such direction. */
    public static Optional<String> goal(String metric) {
        return find(metric)
                .map(Entry::aim)
                .filter(aim -> !aim.isEmpty())
                .map(aim -> aim.equals(UP) ? "highest" : "lowest");
    }

    private static Entry variant(Entry standard, String departure) {
        return new Entry(
                standard.title + " (" + departure + ")",
                standard.meaning + " Here under a protocol that departs from that as its name says (" + departure
                        + "); such values do not compare with those of another protocol.",
                standard.aim);
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> all = new LinkedHashMap<>();
        all.put(
                "eval/parzen",
                new Entry(
                        "Parzen log-likelihood",
                        "Mean log-likelihood of 10,000 test examples, in nats, under a Gaussian Parzen window on 10,000 generated samples;"
                                + " sigma is chosen on the first 1,000 of the validation split. The protocol of the 2014 paper, table 1.",
                        UP));
        all.put(
                "eval/jsd",
                new Entry(
                        "Jensen–Shannon divergence",
                        "Between the generator’s distribution and the known density, in nats, estimated from samples:"
                                + " 0 where both are equal, log 2 = 0.693 where they do not overlap.",
                        DOWN));
        all.put(
                "eval/wasserstein",
                new Entry(
                        "Wasserstein distance",
                        "How far the generator’s numbers must be moved on average to have the known distribution, in the data’s own"
                                + " unit; 0 where both are equal. What a perfect sampler gets stands beside it.",
                        DOWN));
        all.put(
                "eval/modes",
                new Entry(
                        "Modes covered", "How many of the known modes of the data the generator’s samples reach.", UP));
        all.put(
                "eval/quality",
                new Entry("High-quality samples", "Share of the generator’s samples that lie near a known mode.", UP));
        all.put(
                "alarm/collapse",
                new Entry(
                        "Collapse alarm",
                        "1 where it is on: too little spread and another sign of collapse, in two looks in a row.",
                        ""));
        all.put(
                "alarm/spread",
                new Entry(
                        "Spread of the samples",
                        "Mean distance between two generated examples over that between two real ones. Below 0.25 is a sign of collapse.",
                        ""));
        all.put(
                "alarm/coverage",
                new Entry(
                        "Coverage of the data",
                        "Share of real examples with a generated one nearer than their fifth-nearest real one; 0.97 for a perfect"
                                + " sampler. Below 0.2 is a sign of collapse.",
                        ""));
        all.put(
                "alarm/logits",
                new Entry(
                        "Spread of D’s logits",
                        "Standard deviation of D’s logits over generated examples, over that over real ones. Below 0.2 is a sign of"
                                + " collapse.",
                        ""));
        all.put(
                "value",
                new Entry(
                        "Value V(D, G)",
                        "E[log D(x)] + E[log(1 − D(G(z)))], what both players fight over. It is −log 4 = −1.386 where D says ½ everywhere."
                                + " A discriminator that has not learned says so too: by itself this line proves nothing.",
                        ""));
        all.put(
                "d/real",
                new Entry("D on real examples", "Mean of D(x) over real examples; ½ when D only guesses.", ""));
        all.put("d/fake", new Entry("D on generated examples", "Mean of D(G(z)); ½ when D only guesses.", ""));
        all.put(
                "d/false-positives",
                new Entry(
                        "Fakes that pass",
                        "Share of generated examples with D(G(z)) > ½: forgeries the police take for real.",
                        ""));
        all.put(
                "d/false-negatives",
                new Entry(
                        "Real examples accused",
                        "Share of real examples with D(x) < ½: real notes the police take for forged.",
                        ""));
        all.put(
                "loss/d",
                new Entry("Discriminator’s loss", "What D minimises, mean over the steps since the value before.", ""));
        all.put(
                "loss/g",
                new Entry(
                        "Generator’s loss",
                        "What G minimises, mean over the steps since the value before. Each loss has its own scale: values of"
                                + " two losses do not compare.",
                        ""));
        all.put(
                "grad/d",
                new Entry(
                        "Discriminator’s gradient",
                        "Norm of the discriminator’s gradient with respect to its parameters.",
                        ""));
        all.put(
                "grad/g",
                new Entry(
                        "Generator’s gradient",
                        "Norm of the generator’s gradient with respect to its parameters, under the loss it is trained with.",
                        ""));
        all.put(
                "time/samples-per-second",
                new Entry(
                        "Speed",
                        "Real examples per wall second of the step loop; depends on what else the machine did.",
                        ""));
        return Map.copyOf(all);
    }
}
