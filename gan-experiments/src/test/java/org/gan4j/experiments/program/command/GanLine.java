package org.gan4j.experiments.program.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gan4j.experiments.program.cli.Gan;
import org.gan4j.experiments.program.cli.ReusedGan;

/** Runs command lines within the test's JVM and keeps what the last one printed. */
public final class GanLine {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Program program;

    /** Runs a command line. */
    private interface Program {
        int run(PrintStream out, PrintStream err, String... arguments);
    }

    public GanLine() {
        program = Gan::run;
    }

    /** Runs all lines with one program. */
    public GanLine(ReusedGan gan) {
        program = gan::run;
    }

    /** The exit code. */
    public int run(String... arguments) {
        out.reset();
        err.reset();
        return program.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
