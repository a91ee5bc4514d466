package org.gan4j.experiments.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.gan4j.api.metric.StateSignal;
import org.gan4j.api.metric.TrainingSignals;

/**
 * Tells a person how far the work is: one line that is rewritten on a terminal, a whole line every ten seconds elsewhere, or
 * nothing at all. Several runs may tell at the same time.
 */
public final class Progress {
    /**
     * The work of a run since it started or resumed, from which its speed follows.
     *
     * @param steps   made
     * @param share   of the budget that they spent, 0…1
     * @param seconds spent in the step loop
     */
    record Pace(long steps, double share, double seconds) {}

    private static final long TERMINAL_MILLIS = 100;
    private static final long PLAIN_MILLIS = 10_000;

    private enum Mode {
        TERMINAL,
        PLAIN,
        NONE
    }

    private final PrintStream out;
    private final Mode mode;
    private final LongSupplier clock;
    private long last;
    private boolean open;

    private Progress(PrintStream out, Mode mode, LongSupplier clock) {
        this.out = out;
        this.mode = mode;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /**
     * Reports on standard error, in the way that suits where that goes, as far as Java can tell. From Java 22 on there is a console
     * even where the output is no terminal, unless the program asks for the older behaviour, as {@code bin/gan} does.
     */
    @SuppressWarnings("SystemConsoleNull")
    public static Progress onStandardError() {
        boolean terminal = System.console() != null
                && System.getenv("CI") == null
                && System.getenv("TERM") != null
                && !"dumb".equals(System.getenv("TERM"));
        return new Progress(System.err, terminal ? Mode.TERMINAL : Mode.PLAIN, System::currentTimeMillis);
    }

    /** Says nothing. */
    public static Progress none() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()), Mode.NONE, System::currentTimeMillis);
    }

    /** Returns a progress that prints whole lines, as often as ten seconds of the clock pass. */
    public static Progress plain(PrintStream out, LongSupplier clock) {
        return new Progress(out, Mode.PLAIN, clock);
    }

    /**
     * A run is so far.
     *
     * @param step  the one that was made last, counted from the first beginning
     * @param share of the budget that is spent since then, 0…1
     */
    synchronized void at(String run, long step, double share, Pace pace, Map<String, Double> values) {
        long now = clock.getAsLong();
        if (mode == Mode.NONE || now - last < (mode == Mode.TERMINAL ? TERMINAL_MILLIS : PLAIN_MILLIS)) {
            return;
        }
        last = now;
        String line = line(run, step, share, pace, values);
        if (mode == Mode.TERMINAL) {
            out.print("\r" + line + "\u001b[K");
            out.flush();
            open = true;
        } else {
            out.println(line);
        }
    }

    /** Something worth a line of its own. */
    public synchronized void say(String line) {
        if (mode == Mode.NONE) {
            return;
        }
        if (open) {
            out.print("\r\u001b[K");
            open = false;
        }
        out.println(line);
    }

    private static String line(String run, long step, double share, Pace pace, Map<String, Double> values) {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s  step %,d  %.0f %%", run, step, 100 * Math.min(1, share)));
        show(text, values, TrainingSignals.LOSS_D, "loss d");
        show(text, values, TrainingSignals.LOSS_G, "g");
        show(text, values, TrainingSignals.D_REAL, "D real");
        show(text, values, TrainingSignals.D_FAKE, "fake");
        show(text, values, TrainingSignals.LOGIT_REAL, "logits real");
        show(text, values, TrainingSignals.LOGIT_FAKE, "fake");
        errors(text, values);
        values.keySet().stream().filter(StateSignal::is).sorted().forEach(name -> show(text, values, name, name));
        if (pace.seconds > 0) {
            text.append(String.format(Locale.ROOT, "  %.0f steps/s", pace.steps / pace.seconds));
        }
        if (pace.share > 0 && pace.seconds > 1) {
            text.append("  ")
                    .append(duration(pace.seconds / pace.share * (1 - Math.min(1, share))))
                    .append(" left");
        }
        return text.toString();
    }

    /** The share of fakes and of real examples that D takes for fakes. */
    private static void errors(StringBuilder text, Map<String, Double> values) {
        if (values.containsKey(TrainingSignals.FALSE_POSITIVES)
                && values.containsKey(TrainingSignals.FALSE_NEGATIVES)) {
            text.append(String.format(
                    Locale.ROOT,
                    "  D catches %.0f %% of the fakes, rejects %.0f %% of the real examples",
                    100 * (1 - values.get(TrainingSignals.FALSE_POSITIVES)),
                    100 * values.get(TrainingSignals.FALSE_NEGATIVES)));
        }
    }

    private static void show(StringBuilder text, Map<String, Double> values, String name, String label) {
        if (values.containsKey(name)) {
            text.append(String.format(Locale.ROOT, "  %s %.3f", label, values.get(name)));
        }
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
