package org.gan4j.experiments.program.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes sound input in one to four places. The same number gives the same input. */
final class Mutator {
    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "1e999",
            "NaN",
            "9223372036854775808",
            "1:5",
            "{",
            "}",
            "[",
            "]",
            "&a",
            "*a",
            "<<: ",
            "null",
            "../",
            "\"",
            "'",
            "\n",
            "\t",
            "=",
            ",",
            ": ",
            "!!int ",
            "\u00e4",
            "\0");
    private static final int LARGEST = 1 << 16;

    private final SplittableRandom random;

    Mutator(long number) {
        // Neighbouring numbers are mixed, so that consecutive inputs differ in all choices.
        random = new SplittableRandom(number).split();
    }

    byte[] mutate(List<byte[]> corpus) {
        byte[] input = any(corpus);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input = changed(input, corpus);
        }
        return input.length > LARGEST ? Arrays.copyOf(input, LARGEST) : input;
    }

    private byte[] changed(byte[] input, List<byte[]> corpus) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(input.length - from + 1);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(input);
            case 1 -> spliced(input, from, new byte[0], to);
            case 2 -> spliced(input, from, word(), from);
            case 3 -> spliced(input, from, word(), Math.min(input.length, from + 1));
            case 4 -> spliced(input, from, tail(any(corpus)), to);
            default -> spliced(input, to, repeated(Arrays.copyOfRange(input, from, to)), to);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] tail(byte[] input) {
        return Arrays.copyOfRange(input, random.nextInt(input.length + 1), input.length);
    }

    private byte[] repeated(byte[] part) {
        int times = part.length == 0 ? 0 : Math.min(1 + random.nextInt(200), LARGEST / part.length);
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = part[i % part.length];
        }
        return all;
    }

    private byte[] any(List<byte[]> corpus) {
        return corpus.get(random.nextInt(corpus.size()));
    }

    /** The input up to {@code from}, then the part, then the input after {@code to}. */
    private static byte[] spliced(byte[] input, int from, byte[] part, int to) {
        byte[] spliced = Arrays.copyOf(input, from + part.length + input.length - to);
        System.arraycopy(part, 0, spliced, from, part.length);
        System.arraycopy(input, to, spliced, from + part.length, input.length - to);
        return spliced;
    }
}
