package org.gan4j.experiments.library.data.own.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.own.picture.PictureFolder.Picture;
import org.gan4j.experiments.library.data.own.picture.PictureReader.Refused;

/**
 * Pictures of a folder as bytes.
 *
 * @param names  one for each picture, in order
 * @param pixels one picture after the other
 * @param all    how many pictures the folder has
 * @param digest the SHA-256 over all files: over a line for each with its own SHA-256 and its name
 */
public record DecodedPictures(List<String> names, byte[] pixels, int all, String digest) {
    /** How many wrong files are named at once. */
    private static final int NAMED = 20;

    /**
     * Decodes all pictures.
     *
     * @param key the setting that names the folder
     * @throws InvalidInput naming every file that is no good
     */
    static DecodedPictures of(List<Picture> pictures, PictureFit fit, String key) {
        long bytes = (long) pictures.size() * fit.bytes();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new InvalidInput(
                    key,
                    pictures.size() + " pictures of dataset.size=[" + fit.height() + "," + fit.width() + "] take "
                            + bytes / 1_000_000 + " MB, and at most 2147 fit; choose a smaller size");
        }
        byte[] pixels = new byte[(int) bytes];
        String[] digests = new String[pictures.size()];
        SortedMap<String, String> wrong = Collections.synchronizedSortedMap(new TreeMap<>());
        IntStream.range(0, pictures.size()).parallel().forEach(i -> {
            try {
                byte[] file = Files.readAllBytes(pictures.get(i).file());
                digests[i] = Digest.sha256(file);
                fit.write(PictureReader.read(file), pixels, i * fit.bytes());
            } catch (Refused e) {
                wrong.put(pictures.get(i).name(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new WorkFailed(pictures.get(i).file() + ": cannot be read: " + e, e);
            }
        });
        if (!wrong.isEmpty()) {
            throw new InvalidInput(key, refusal(wrong));
        }
        return new DecodedPictures(
                pictures.stream().map(Picture::name).toList(), pixels, pictures.size(), digest(pictures, digests));
    }

    /** Returns some of the pictures. */
    DecodedPictures only(Predicate<String> wanted) {
        int[] rows = IntStream.range(0, names.size())
                .filter(row -> wanted.test(names.get(row)))
                .toArray();
        byte[] chosen = new Values.Bytes(pixels).rows(rows, pixels.length / all).bytes();
        return new DecodedPictures(Arrays.stream(rows).mapToObj(names::get).toList(), chosen, all, digest);
    }

    private static String refusal(SortedMap<String, String> wrong) {
        String named = wrong.entrySet().stream()
                .limit(NAMED)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("; "));
        return wrong.size() <= NAMED ? named : named + "; and " + (wrong.size() - NAMED) + " more";
    }

    private static String digest(List<Picture> pictures, String[] digests) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < digests.length; i++) {
            lines.append(digests[i]).append("  ").append(pictures.get(i).name()).append('\n');
        }
        return Digest.sha256(lines.toString());
    }
}
