package org.gan4j.tensorflow.host;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.Deallocator_Pointer_long_Pointer;

/**
 * Drops lines that natives write to standard error. Java cannot exchange a file descriptor, so this calls the system's
 * {@code dup2} through a function pointer; TensorFlow's natives must be loaded. Where there is no {@code dup2}, or the system does not list descriptors in
 * {@code /proc/self/fd}, nothing is dropped.
 */
final class NativeErrors {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int STANDARD_ERROR = 2;
    /** The place behind the end of a line, so that the end stays with it. */
    private static final Pattern LINES = Pattern.compile("(?<=\n)");

    private NativeErrors() {}

    /**
     * Does the work once. What the process writes to standard error meanwhile, from whichever thread, is written there when the
     * work has ended, without the lines to drop.
     */
    static synchronized void during(Runnable work, Predicate<String> isDropped) {
        Pointer dup2 = Files.isDirectory(DESCRIPTORS) ? Loader.addressof("dup2") : null;
        if (dup2 == null) {
            work.run();
            return;
        }
        try (OpenFile taken = OpenFile.create();
                OpenFile kept = OpenFile.create()) {
            if (!exchange(dup2, taken, kept)) {
                work.run();
                return;
            }
            try {
                work.run();
            } finally {
                call(dup2, kept.descriptor(), STANDARD_ERROR);
                print(taken.path(), isDropped);
            }
        } catch (Unavailable e) {
            work.run();
        }
    }

    /** Keeps standard error under the second file's descriptor and lets the first file take its place. */
    private static boolean exchange(Pointer dup2, OpenFile taken, OpenFile kept) {
        call(dup2, STANDARD_ERROR, kept.descriptor());
        Path error = target(STANDARD_ERROR);
        // The pointer's type hides what dup2 returns, so this reads what it has done.
        if (error == null || !error.equals(target(kept.descriptor()))) {
            return false;
        }
        call(dup2, taken.descriptor(), STANDARD_ERROR);
        return true;
    }

    private static void print(Path taken, Predicate<String> isDropped) {
        FileOutputStream error = new FileOutputStream(FileDescriptor.err);
        try {
            // Every byte is a character here, so a line of any charset comes out as it went in.
            for (String line : LINES.splitAsStream(Files.readString(taken, StandardCharsets.ISO_8859_1))
                    .toList()) {
                if (!isDropped.test(line.stripTrailing())) {
                    error.write(line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // Standard error is the last place to say anything.
        }
    }

    private static @Nullable Path target(int descriptor) {
        try {
            return Files.readSymbolicLink(DESCRIPTORS.resolve(String.valueOf(descriptor)));
        } catch (IOException e) {
            // It is closed.
            return null;
        }
    }

    /** Calls a C function of two whole numbers, through the one type of function pointer here that takes two of that size. */
    private static void call(Pointer function, long first, long second) {
        try (PointerPointer<Pointer> holder = new PointerPointer<>(2);
                Pointer number = new Address(first)) {
            holder.put(0, function);
            new Deallocator_Pointer_long_Pointer(holder).call(number, second, null);
        }
    }

    /** A temporary file and the number of its descriptor. */
    private record OpenFile(Path path, FileOutputStream stream, int descriptor) implements AutoCloseable {
        static OpenFile create() {
            try {
                Path path = Files.createTempFile("gan4j-native", ".txt").toRealPath();
                FileOutputStream stream = new FileOutputStream(path.toFile());
                try (Stream<Path> all = Files.list(DESCRIPTORS)) {
                    return all.map(number ->
                                    Integer.parseInt(number.getFileName().toString()))
                            .filter(number -> path.equals(target(number)))
                            .findFirst()
                            .map(number -> new OpenFile(path, stream, number))
                            .orElseThrow(() -> new IOException("the descriptor is not listed"));
                } catch (IOException e) {
                    stream.close();
                    Files.deleteIfExists(path);
                    throw e;
                }
            } catch (IOException e) {
                throw new Unavailable(e);
            }
        }

        @Override
        public void close() {
            try {
                stream.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // A small file stays in the folder for temporary files.
            }
        }
    }

    /** There is no room for a temporary file, which the work does not need. */
    private static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unavailable(IOException cause) {
            super(cause);
        }
    }

    /** A whole number in the place of a pointer. */
    private static final class Address extends Pointer {
        Address(long number) {
            this.address = number;
        }
    }
}
