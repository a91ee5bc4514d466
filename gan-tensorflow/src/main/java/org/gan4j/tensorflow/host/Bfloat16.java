package org.gan4j.tensorflow.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out whether this machine's processor multiplies numbers of the format bfloat16 by itself. */
final class Bfloat16 {
    /** Where Linux describes the processor. */
    static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    /** What Linux calls the abilities of x86 processors, and of Arm processors. */
    private static final List<String> ABILITIES = List.of("avx512_bf16", "amx_bf16", "bf16");

    private static final List<String> LISTS = List.of("flags", "Features");

    private Bfloat16() {}

    /** Returns what is missing on this processor, or an empty text if nothing is. */
    static String missing(Path processor) {
        Set<String> found = new TreeSet<>();
        try (Stream<String> lines = Files.lines(processor)) {
            lines.filter(line -> LISTS.stream().anyMatch(line::startsWith))
                    .flatMap(line -> Stream.of(
                            line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
                    .forEach(found::add);
        } catch (IOException e) {
            return "nothing says whether this processor multiplies bfloat16 numbers by itself, since " + processor
                    + " cannot be read";
        }
        return ABILITIES.stream().anyMatch(found::contains)
                ? ""
                : "this processor has none of " + String.join(", ", ABILITIES)
                        + ", so bfloat16 would be imitated, more slowly than float32";
    }
}
