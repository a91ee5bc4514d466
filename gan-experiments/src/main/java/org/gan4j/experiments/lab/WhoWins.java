package org.gan4j.experiments.lab;

import java.util.Map;
import org.gan4j.api.metric.TrainingSignals;

/** Who is winning, in one sentence, by what D takes for real: the picture of the police and the counterfeiter. */
final class WhoWins {
    /** Half of all judgements wrong is guessing; so few are none to speak of. */
    private static final double FEW = 0.05;

    private static final double MANY = 0.35;
    /** A mean of D that is so near to 1/2 is a guess. */
    private static final double NEAR = 0.05;

    private WhoWins() {}

    /**
     * Returns the sentence; empty where the signals do not tell, as under a loss whose logits have no boundary.
     *
     * @param signals the means over the steps of a frame
     * @param alarm   what the collapse alarm says; empty if it is off
     */
    static String of(Map<String, Double> signals, String alarm) {
        if (!alarm.isEmpty()) {
            return "The counterfeiter prints the same few notes over and over: the collapse alarm is on.";
        }
        Double accepted = signals.get(TrainingSignals.FALSE_POSITIVES);
        Double rejected = signals.get(TrainingSignals.FALSE_NEGATIVES);
        if (accepted == null || rejected == null) {
            return "";
        }
        double wrong = (accepted + rejected) / 2;
        if (wrong < FEW) {
            return "The police win: they recognise nearly every note, real or forged.";
        }
        if (accepted > 1 - FEW && rejected < FEW) {
            return "The counterfeiter passes: the police take every note for real.";
        }
        if (wrong < MANY) {
            return "The police are ahead: they judge more notes rightly than wrongly.";
        }
        return guesses(signals)
                ? "Nobody is ahead: the police only guess. The forgeries are good, or the police have not learned; the samples tell"
                        + " which."
                : "The game is close: the police judge little better than by a guess.";
    }

    private static boolean guesses(Map<String, Double> signals) {
        Double real = signals.get(TrainingSignals.D_REAL);
        Double fake = signals.get(TrainingSignals.D_FAKE);
        return real != null
                && fake != null
                && Math.abs(real - TrainingSignals.GUESS) < NEAR
                && Math.abs(fake - TrainingSignals.GUESS) < NEAR;
    }
}
