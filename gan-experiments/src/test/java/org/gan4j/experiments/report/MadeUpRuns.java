package org.gan4j.experiments.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Comparison.Difference;
import org.gan4j.api.experiment.Comparison.Row;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.experiments.store.game.LossSlopes;

/**
 * Run folders as a comparison of two losses over three seeds leaves them, made up: curves that look like training, pictures of a
 * ring. Seed 3 of minimax diverges at step 700.
 */
final class MadeUpRuns {
    static final long STEPS = 2_000;
    static final long EVERY = 20;
    static final long DIVERGED = 700;
    static final List<String> ARMS = List.of("minimax", "non-saturating");

    private final Path root;

    MadeUpRuns(Path root) {
        this.root = root;
    }

    /** Six runs and their comparison; its folder. */
    Path comparison() {
        List<Path> runs = new ArrayList<>();
        for (String arm : ARMS) {
            for (long seed = 1; seed <= 3; seed++) {
                runs.add(run(arm, seed, seed == 3 && arm.equals("minimax")));
            }
        }
        RunFolder folder = new RunFolder(root.resolve("ring/compare"));
        folder.write(record("comparison", "minimax,non-saturating", "", 1));
        folder.write(new ComparisonRecord(
                runs.stream().map(run -> "../" + run.getFileName()).toList(),
                rows(),
                differences(),
                "",
                "On eval/jsd minimax and non-saturating are not distinguishable: with 2 pairs of seeds there is no"
                        + " interval, and so no claim."));
        return folder.path();
    }

    /** Runs of one arm for each size of the prior, with the seeds 1 and 2. */
    Path sweep(int... sizes) {
        List<Path> runs = new ArrayList<>();
        for (int size : sizes) {
            for (long seed = 1; seed <= 2; seed++) {
                Path run = run("minimax", seed, false);
                RunFolder moved = new RunFolder(run.resolveSibling("size" + size + "-seed" + seed));
                try {
                    Files.move(run, moved.path());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                RunRecord record = moved.record();
                record.settings().put("prior.size", String.valueOf(size));
                moved.write(record);
                runs.add(moved.path());
            }
        }
        RunFolder folder = new RunFolder(root.resolve("ring/sweep"));
        folder.write(record("comparison", "minimax", "", 1));
        folder.write(new ComparisonRecord(
                runs.stream().map(run -> "../" + run.getFileName()).toList(),
                rows(),
                List.of(),
                "",
                "Nothing to claim."));
        return folder.path();
    }

    static List<Row> rows() {
        return List.of(
                new Row("minimax", "eval/jsd", 2, 0, 1, 0.1234, Double.NaN, Double.NaN, ""),
                new Row("non-saturating", "eval/jsd", 3, 0, 0, 0.0567, 0.0432, 0.0702, ""),
                new Row("minimax", "eval/modes", 2, 0, 1, 6.5, Double.NaN, Double.NaN, ""),
                new Row("non-saturating", "eval/modes", 3, 0, 0, 8, 8, 8, ""),
                new Row("minimax", "d/real", 2, 0, 1, 0.53125, Double.NaN, Double.NaN, ""),
                new Row("non-saturating", "d/real", 3, 0, 0, 0.515625, 0.5, 0.53125, ""));
    }

    static List<Difference> differences() {
        return List.of(
                new Difference(
                        "minimax",
                        "non-saturating",
                        "eval/jsd",
                        2,
                        0.0667,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN),
                new Difference(
                        "minimax",
                        "non-saturating",
                        "d/real",
                        3,
                        0.015625,
                        -0.01,
                        0.04125,
                        0.12,
                        Double.NaN,
                        0.25,
                        -0.005,
                        0.03));
    }

    /** One run; the folder it lies in. */
    Path run(String loss, long seed, boolean diverges) {
        RunFolder folder = new RunFolder(root.resolve("ring").resolve(loss + "-seed" + seed));
        folder.write(record("run", loss, loss + "-seed" + seed, seed));
        long steps = diverges ? DIVERGED : STEPS;
        write(folder.metricsCsv(), csv(loss, seed, steps, diverges));
        write(folder.experimentYaml(), "recipe: ring\nloss: " + loss + "\nseed: " + seed + "\n");
        rules(folder, loss, steps);
        for (long step = 0; step <= steps; step += 400) {
            picture(folder, loss, seed, step);
        }
        Measurement jsd = new Measurement("eval/jsd", 0.05, 0.004, 10_000, "truth", Map.of("bins", 64.0));
        folder.write(new RunEnding(
                diverges ? Status.DIVERGED : Status.FINISHED,
                steps,
                0,
                "0123456789abcdef".repeat(4),
                new TreeMap<>(Map.of("eval/jsd", 0.05, "d/real", 0.53)),
                List.of(jsd),
                41_234.5,
                diverges ? "loss/g became NaN in step 700" : "",
                1_750_000_093_000L));
        return folder.path();
    }

    private static RunRecord record(String kind, String loss, String name, long seed) {
        TreeMap<String, String> settings = new TreeMap<>(Map.of(
                "batch",
                "128",
                "steps",
                "2000",
                "dataset",
                "ring",
                "generator",
                "mlp",
                "prior",
                "gaussian",
                "prior.size",
                "2"));
        settings.put("loss", loss);
        settings.put("seed", String.valueOf(seed));
        return new RunRecord(
                name + kind,
                "",
                kind,
                "ring",
                name,
                "fedcba9876543210".repeat(4),
                settings,
                List.of(new RunRecord.PartRecord("loss", loss, "org.gan4j.losses." + loss, "", "ab".repeat(32))),
                new RunRecord.DataRecord("ring", "ef".repeat(32), "[2]", 0),
                List.of(new RunRecord.PluginRecord(
                        "org.gan4j.losses.LossesModule", "0.1.0", "gan-losses.jar", "cd".repeat(32))),
                Map.of("gan4j", "0.1.0", "java", "17.0.12", "tensorflow", "2.18.0"),
                "3cb95f1",
                "cpu",
                seed,
                1_750_000_000_000L,
                List.of());
    }

    private static String csv(String loss, long seed, long steps, boolean diverges) {
        Random random = new Random(31 * seed + loss.hashCode());
        StringBuilder csv = new StringBuilder("step,millis,name,value\n");
        boolean minimax = loss.equals("minimax");
        for (long step = EVERY; step <= steps; step += EVERY) {
            double settled = 1 - Math.exp(-step / (minimax ? 700.0 : 350.0));
            double noise = 0.03 * random.nextGaussian();
            double real = 0.92 - 0.4 * settled + noise;
            double fake = 0.06 + 0.42 * settled - noise;
            Map<String, Double> values = new TreeMap<>();
            values.put("d/real", real);
            values.put("d/fake", fake);
            values.put("value", Math.log(real) + Math.log(1 - fake));
            values.put("loss/d", -Math.log(real) - Math.log(1 - fake));
            values.put("loss/g", minimax ? Math.log(1 - fake) : -Math.log(fake));
            values.put("d/false-positives", Math.max(0, fake - 0.05));
            values.put("d/false-negatives", Math.max(0, 0.9 - real));
            values.put("grad/d", 0.8 * Math.exp(0.2 * random.nextGaussian()));
            values.put("grad/g.minimax", 0.4 * fake * Math.exp(0.2 * random.nextGaussian()));
            values.put("grad/g.non-saturating", 0.5 * (1 - fake) * Math.exp(0.2 * random.nextGaussian()));
            values.put("grad/g", values.get(minimax ? "grad/g.minimax" : "grad/g.non-saturating"));
            values.put("time/samples-per-second", 41_000 + 1_000 * random.nextGaussian());
            values.put("system/heap", 2.1e8 + 1e6 * random.nextGaussian());
            if (step % 200 == 0) {
                values.put("eval/jsd", 0.693 * (1 - 0.9 * settled) + Math.abs(noise));
                values.put("eval/modes", (double) Math.round(8 * settled));
            }
            if (diverges && step == steps) {
                values.put("loss/g", Double.NaN);
            }
            for (Map.Entry<String, Double> value : values.entrySet()) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%d,%d,%s,%s%n",
                        step,
                        1_750_000_000_000L + 45 * step,
                        value.getKey(),
                        value.getValue()));
            }
        }
        return csv.toString();
    }

    /** Of minimax, -σ(a), and of the other, σ(a) - 1; all fakes from 0 to 1/4 at first, and from -8 to -7 3/4 at last. */
    private static void rules(RunFolder folder, String loss, long steps) {
        List<Double> edges = IntStream.rangeClosed(0, LogitHistogram.BINS)
                .mapToObj(LogitHistogram::edge)
                .toList();
        List<Double> minimax =
                edges.stream().map(a -> -LossSlopes.probability(a)).toList();
        List<Double> other = minimax.stream().map(slope -> -1 - slope).toList();
        new GameDescription(
                        loss,
                        "L_D",
                        "L_G",
                        "repeat\n  update both\n",
                        1,
                        loss.equals("minimax") ? 1 : Double.NaN,
                        LogitMeaning.PROBABILITY,
                        List.of(
                                new LossSlopes("minimax", edges, minimax),
                                new LossSlopes("non-saturating", edges, other)))
                .write(folder.rules());
        LogitHistogram.of(new float[] {0.1f, 0.2f}, new float[] {1}).append(folder.logits(), 0);
        LogitHistogram.of(new float[] {-7.9f, -7.8f}, new float[] {1}).append(folder.logits(), steps);
    }

    private static void picture(RunFolder folder, String loss, long seed, long step) {
        Random random = new Random(seed);
        double spread = 1.5 * Math.exp(-step / (loss.equals("minimax") ? 700.0 : 350.0)) + 0.06;
        Pictures.samples(
                ring(random, spread),
                ring(new Random(0), 0.05),
                Optional.empty(),
                Optional.empty(),
                folder.samples(step));
    }

    private static FloatTensor ring(Random random, double spread) {
        float[] points = new float[1_000];
        for (int i = 0; i < points.length; i += 2) {
            double angle = random.nextInt(8) * Math.PI / 4;
            points[i] = (float) (2 * Math.cos(angle) + spread * random.nextGaussian());
            points[i + 1] = (float) (2 * Math.sin(angle) + spread * random.nextGaussian());
        }
        return new FloatTensor(Shape.of(points.length / 2, 2), points);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
