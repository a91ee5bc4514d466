package org.gan4j.api.metric;

/**
 * Describes one number that a run measures, for every place that shows it or judges by it: report, MLflow, progress
 * line, tuning.
 *
 * @param name          the metric's name, such as {@code eval/jsd}
 * @param title the name that people use for it
 * @param meaning       what it is, in full sentences, with its reference value where it has one
 * @param unit          such as {@code nats}; empty for a number without a unit
 * @param aim           which way a good generator moves it
 * @param usesTestSplit whether it looks at the test split, so that no choice may be made by it
 */
public record MetricInfo(String name, String title, String meaning, String unit, Aim aim, boolean usesTestSplit) {
    /** The direction that is good. */
    public enum Aim {
        HIGHER("↑"),
        LOWER("↓"),
        /** No direction is good by itself. */
        NEITHER("");

        private final String arrow;

        Aim(String arrow) {
            this.arrow = arrow;
        }

        /** Returns an arrow in the direction that is good; empty where none is. */
        public String arrow() {
            return arrow;
        }
    }

    public MetricInfo {
        // A damaged record may lack it.
        aim = aim == null ? Aim.NEITHER : aim;
    }

    /** Describes a number that says how training went: no direction is good, and the test split is not looked at. */
    public static MetricInfo signal(String name, String title, String meaning, String unit) {
        return new MetricInfo(name, title, meaning, unit, Aim.NEITHER, false);
    }

    /** Returns the same description under a protocol that departs from the standard one. */
    public MetricInfo under(String protocol) {
        return new MetricInfo(
                name,
                title + " (" + protocol + ")",
                meaning + " This one was measured under a protocol that departs from that (" + protocol
                        + "); such values do not compare with those of another protocol.",
                unit,
                aim,
                usesTestSplit);
    }
}
