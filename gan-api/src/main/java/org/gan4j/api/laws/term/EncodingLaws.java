package org.gan4j.api.laws.term;

import org.gan4j.api.Law;
import org.gan4j.api.train.Term;

/** Closed forms of terms that compare the codes of generated examples, which the discriminator's head {@code code} gives. */
public final class EncodingLaws {
    private EncodingLaws() {}

    /**
     * Checks the weighted value where the generated examples have given codes.
     *
     * @param codes a row for each example
     */
    public static Law at(Term term, String law, double value, double[]... codes) {
        return Law.of(
                law,
                "term of " + codes.length + " generated examples at given codes",
                value,
                () -> term.weight() * TermGame.coded(codes).value(term).single());
    }
}
