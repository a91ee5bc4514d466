package org.gan4j.experiments.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the arms of a comparison share and where they differ.
 *
 * @param factors the settings that the comparison is about; what nests under one belongs to it
 * @param facts   each with the value that every arm has
 */
public record ComparisonConditions(List<String> factors, List<Fact> facts) {
    public ComparisonConditions {
        factors = factors == null ? List.of() : List.copyOf(factors);
        facts = facts == null ? List.of() : List.copyOf(facts);
    }

    /** Where nothing is known. */
    public static ComparisonConditions unknown() {
        return new ComparisonConditions(List.of(), List.of());
    }

    /** How a fact bears on what may be concluded. */
    public enum Standing {
        /** All runs have it in common. */
        SHARED,
        /** It belongs to a factor. */
        FACTOR,
        /** It differs because a factor, or what was waived, does: the weights of a net of another width. */
        FOLLOWS,
        /** It differs besides the factors, and the user said that it may. */
        WAIVED,
        /** It differs besides the factors, and nobody said that it may. */
        UNDECLARED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One setting, or one thing that was found of the runs.
     *
     * @param arms the value of each arm, by its name; several where its runs differ among themselves
     */
    public record Fact(String key, Map<String, String> arms, Standing standing) {
        public Fact {
            arms = Map.copyOf(arms);
        }
    }

    /** The facts of one standing. */
    public List<Fact> facts(Standing standing) {
        return facts.stream().filter(fact -> fact.standing == standing).toList();
    }

    /** In how many factors two arms differ; a difference between them is put down to the factor only where it is one. */
    public int factorsBetween(String a, String b) {
        return (int) factors.stream()
                .filter(factor -> facts(Standing.FACTOR).stream()
                        .filter(fact -> isWithin(fact.key, factor))
                        .anyMatch(fact -> !fact.arms.getOrDefault(a, "").equals(fact.arms.getOrDefault(b, ""))))
                .count();
    }

    /** Whether a key is another or nests under it. */
    public static boolean isWithin(String key, String outer) {
        return key.equals(outer) || key.startsWith(outer + ".");
    }
}
