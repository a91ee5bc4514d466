package org.gan4j.experiments.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings and facts that the arms of a comparison share or differ in.
 *
 * @param factors the settings that the comparison compares; a key that nests under one belongs to it
 * @param facts the facts, each with the value of every arm
 */
public record ComparisonConditions(List<String> factors, List<Fact> facts) {
    public ComparisonConditions {
        factors = factors == null ? List.of() : List.copyOf(factors);
        facts = facts == null ? List.of() : List.copyOf(facts);
    }

    /** Returns conditions of which nothing is known. */
    public static ComparisonConditions unknown() {
        return new ComparisonConditions(List.of(), List.of());
    }

    /** The effect of a fact on the conclusions that may be drawn. */
    public enum Standing {
        /** All runs have it in common. */
        SHARED,
        /** It belongs to a factor. */
        FACTOR,
        /** It differs as a consequence of a factor or a waived key, such as the weights of a net of another width. */
        FOLLOWS,
        /** It differs besides the factors, and the user waived it. */
        WAIVED,
        /** It differs besides the factors, and the user did not waive it. */
        UNDECLARED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One setting, or one finding about the runs.
     *
     * @param arms the value of each arm, by its name; several values if its runs differ among themselves
     */
    public record Fact(String key, Map<String, String> arms, Standing standing) {
        public Fact {
            arms = Map.copyOf(arms);
        }
    }

    /** Returns the facts of one standing. */
    public List<Fact> facts(Standing standing) {
        return facts.stream().filter(fact -> fact.standing == standing).toList();
    }

    /**
     * Returns the number of factors in which two arms differ. A difference between them is attributed to a factor only
     * if it is one.
     */
    public int factorsBetween(String a, String b) {
        return (int) factors.stream()
                .filter(factor -> facts(Standing.FACTOR).stream()
                        .filter(fact -> isWithin(fact.key, factor))
                        .anyMatch(fact -> !fact.arms.getOrDefault(a, "").equals(fact.arms.getOrDefault(b, ""))))
                .count();
    }

    /** Returns whether a key equals another or nests under it. */
    public static boolean isWithin(String key, String outer) {
        return key.equals(outer) || key.startsWith(outer + ".");
    }
}
