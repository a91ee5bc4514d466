package org.gan4j.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.problem.InvalidInput;

/**
 * A fault of the machine that a test provokes at a numbered operation: {@code halt:17} ends the process before its 17th
 * operation, and {@code full:17} lets the disk be full from there on.
 */
public final class DiskFault implements DiskOperations.Guard {
    /** The environment variable by which tests of the packaged program choose a fault. */
    public static final String VARIABLE = "GAN_DISK_FAULT";

    /** The exit code of a process that a fault ended. */
    public static final int HALTED = 137;

    private static final Pattern FORM = Pattern.compile("(halt|full):(\\d{1,9})");

    private final AtomicLong count = new AtomicLong();
    private final boolean halts;
    private final long first;

    private DiskFault(boolean halts, long first) {
        this.halts = halts;
        this.first = first;
    }

    /** Provokes a fault from now on; an empty text provokes none. */
    public static void provoke(String text) {
        if (!text.isEmpty()) {
            DiskOperations.guardedBy(parse(text));
        }
    }

    static DiskFault parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidInput(VARIABLE, "is '" + text + "', expected halt:N or full:N, such as halt:17");
        }
        return new DiskFault(form.group(1).equals("halt"), Long.parseLong(form.group(2)));
    }

    @Override
    public void before(DiskOperations.Kind kind, Path path) throws IOException {
        if (count.incrementAndGet() < first) {
            return;
        }
        if (halts) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (kind != DiskOperations.Kind.DELETE) {
            throw new FileSystemException(path.toString(), null, "No space left on device");
        }
    }
}
