package org.gan4j.experiments.report.curve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.report.page.EmbeddedPicture;
import org.jspecify.annotations.Nullable;

/**
 * The sample pictures of a report: for each seed, steps and at each of them a picture an arm. Evenly chosen steps, so many that
 * the report stays small enough to be sent around.
 *
 * @param arms    names, in the order of the pictures
 * @param seeds   the seeds whose pictures are shown
 * @param leftOut how many further seeds have pictures for which there is no room
 */
public record Gallery(List<String> arms, List<Sheet> seeds, int leftOut) {
    /** The most steps of one run. */
    static final int STEPS = 40;

    /**
     * All steps of one seed.
     *
     * @param missing  per arm why its pictures may end early, or empty
     * @param pictures per step and arm a {@code data:} address, or empty where that run has none
     * @param recorded how many steps have pictures in the run folders
     */
    public record Sheet(long seed, List<Long> steps, List<String> missing, List<List<String>> pictures, int recorded) {}

    /**
     * The sample pictures of all arms, thinned until they fit.
     *
     * @param bytes about how large all pictures may be together, before they become text
     */
    public static Gallery of(List<ArmCurves> arms, long bytes) {
        TreeSet<Long> seeds = new TreeSet<>();
        arms.forEach(arm -> arm.runs().forEach(run -> seeds.add(run.record().seed())));
        Map<Long, List<SortedMap<Long, Path>>> bySeed = new LinkedHashMap<>();
        for (long seed : seeds) {
            List<SortedMap<Long, Path>> pictures =
                    arms.stream().map(arm -> pictures(arm, seed)).toList();
            if (pictures.stream().anyMatch(steps -> !steps.isEmpty())) {
                bySeed.put(seed, pictures);
            }
        }
        List<Sheet> sheets = new ArrayList<>();
        long left = bytes;
        for (Map.Entry<Long, List<SortedMap<Long, Path>>> seed : bySeed.entrySet()) {
            // The first seed may take half of the room, for it is the one that is looked at.
            long room = sheets.isEmpty() && bySeed.size() > 1 ? bytes / 2 : left / (bySeed.size() - sheets.size());
            if (sheets.isEmpty() || left > 0) {
                Sheet sheet = sheet(seed.getKey(), arms, seed.getValue(), room);
                left -= sizeOf(sheet);
                sheets.add(sheet);
            }
        }
        return new Gallery(arms.stream().map(ArmCurves::name).toList(), sheets, bySeed.size() - sheets.size());
    }

    private static SortedMap<Long, Path> pictures(ArmCurves arm, long seed) {
        return arm.runs().stream()
                .filter(run -> run.record().seed() == seed)
                .findFirst()
                .map(run -> run.folder().pictures())
                .orElseGet(TreeMap::new);
    }

    private static Sheet sheet(long seed, List<ArmCurves> arms, List<SortedMap<Long, Path>> pictures, long room) {
        TreeSet<Long> recorded = new TreeSet<>();
        pictures.forEach(steps -> recorded.addAll(steps.keySet()));
        long total = pictures.stream()
                .flatMap(steps -> steps.values().stream())
                .mapToLong(Gallery::size)
                .sum();
        int fitting = total <= room ? recorded.size() : (int) (recorded.size() * room / total);
        List<Long> steps = evenly(List.copyOf(recorded), Math.max(2, Math.min(STEPS, fitting)));
        List<List<String>> addresses = steps.stream()
                .map(step -> pictures.stream().map(of -> address(of.get(step))).toList())
                .toList();
        return new Sheet(
                seed, steps, arms.stream().map(arm -> missing(arm, seed)).toList(), addresses, recorded.size());
    }

    /** Returns so many of the steps, the first and the last included. */
    static List<Long> evenly(List<Long> steps, int count) {
        if (steps.size() <= count) {
            return steps;
        }
        List<Long> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(steps.get((int) Math.round((double) i * (steps.size() - 1) / (count - 1))));
        }
        return chosen;
    }

    private static String missing(ArmCurves arm, long seed) {
        return arm.runs().stream()
                .filter(run -> run.record().seed() == seed)
                .findFirst()
                .map(run -> run.finished() ? "" : run.status() + " at step " + run.steps())
                .orElse("no run with this seed");
    }

    private static String address(@Nullable Path picture) {
        return picture == null ? "" : EmbeddedPicture.address(picture);
    }

    private static long size(Path picture) {
        try {
            return Files.size(picture);
        } catch (IOException e) {
            throw DiskTrouble.reading(picture, e);
        }
    }

    private static long sizeOf(Sheet sheet) {
        return sheet.pictures().stream()
                .flatMap(List::stream)
                .mapToLong(address -> address.length() * 3L / 4)
                .sum();
    }
}
