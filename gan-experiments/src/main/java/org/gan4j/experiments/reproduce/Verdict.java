package org.gan4j.experiments.reproduce;

/**
 * Says whether what was measured is what the paper says.
 *
 * @param ruling the answer
 * @param bound  what is required, or why nothing is
 */
public record Verdict(Ruling ruling, String bound) {
    /** The three answers. */
    public enum Ruling {
        REPRODUCED("reproduced"),
        NOT_REPRODUCED("not reproduced"),
        /** The paper states no number that could be missed. */
        MEASURED_ONLY("measured only");

        private final String text;

        Ruling(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Judges by a bound.
     *
     * @param met   whether the bound is met
     * @param bound what is required
     */
    public static Verdict of(boolean met, String bound) {
        return new Verdict(met ? Ruling.REPRODUCED : Ruling.NOT_REPRODUCED, bound);
    }

    /** Judges nothing, because the paper states no number. */
    public static Verdict measuredOnly() {
        return new Verdict(Ruling.MEASURED_ONLY, "nothing, because the paper states no number");
    }

    public boolean isReproduced() {
        return ruling == Ruling.REPRODUCED;
    }

    @Override
    public String toString() {
        return ruling + "; required: " + bound;
    }
}
