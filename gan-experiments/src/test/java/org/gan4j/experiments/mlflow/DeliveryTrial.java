package org.gan4j.experiments.mlflow;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.gan4j.experiments.store.model.ModelFolder;
import org.gan4j.experiments.tracking.DeliveryReport;
import org.gan4j.experiments.tracking.RetryPolicy;
import org.gan4j.experiments.tracking.Sender;
import org.gan4j.experiments.tracking.Sync;

/**
 * A run that is recorded in several lives, each of which ends at some request it makes, while its server loses answers, fails,
 * hangs, is started anew, and may lose all it had; then one sync in peace.
 */
final class DeliveryTrial {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final RetryPolicy HASTY =
            new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(20));
    /** Who still waits for an answer in an earlier life is waited for. */
    private static final RetryPolicy CALM =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofMillis(50), Duration.ofMillis(200));

    private static final List<FakeMlflow.Fault> FAULTS = List.of(
            FakeMlflow.Fault.DROP_AFTER_COMMIT,
            FakeMlflow.Fault.DROP_AFTER_COMMIT,
            FakeMlflow.Fault.ERROR,
            FakeMlflow.Fault.UNAVAILABLE,
            FakeMlflow.Fault.RESET,
            FakeMlflow.Fault.HANG,
            FakeMlflow.Fault.TOO_MANY);

    /** The official client sleeps for a second at each: more would only make the trial longer. */
    private static final int MOST_429 = 1;

    private final long seed;
    private final Path folder;
    private final RunRecord run;
    private final Random random;
    private final Map<FakeMlflow.Fault, Integer> faults = new EnumMap<>(FakeMlflow.Fault.class);
    private int step;
    private int emptied;

    DeliveryTrial(long seed, Path runs) {
        this.seed = seed;
        run = Runs.child("trial" + seed, "p");
        folder = runs.resolve(run.uid());
        random = new Random(seed);
    }

    DeliveryOutcome run() throws IOException {
        try (FakeMlflow fake = FakeMlflow.started()) {
            int lives = 2 + random.nextInt(3);
            for (int life = 1; life <= lives; life++) {
                live(fake, life == lives);
                fake.stop();
                fake.awaitQuiet();
                if (random.nextInt(5) == 0) {
                    fake.store.clear();
                    emptied++;
                }
                fake.start();
            }
            fake.plan = () -> FakeMlflow.Fault.NONE;
            DeliveryReport rest = new Sync(CALM, false)
                    .send(List.of(folder), List.of(tracker(fake)))
                    .get(0);
            return DeliveryOutcome.of(seed, lives, emptied, faults, folder, run, fake.store, rest);
        }
    }

    private static MlflowTracker tracker(FakeMlflow fake) {
        return new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(PATIENCE)));
    }

    private void live(FakeMlflow fake, boolean last) throws IOException {
        fake.plan = plan(new Random(random.nextLong()), 5 + random.nextInt(100));
        Sender sender = Sender.start(List.of(tracker(fake)), HASTY);
        try (Journal journal = Journal.open(folder)) {
            journal.begun(run);
            sender.follow(folder);
            record(journal);
            if (last || random.nextBoolean()) {
                model(journal);
            }
            if (last) {
                journal.ended(random.nextBoolean() ? Status.FINISHED : Status.DIVERGED, run.started() + 1_000_000);
            }
        }
        sender.close(random.nextInt(3) == 0 ? Duration.ofMillis(random.nextInt(500)) : Duration.ofSeconds(10));
        if (!last) {
            tear();
        }
    }

    /** Some requests of a life have an accident; from the last one on, nothing gets through any more. */
    private Supplier<FakeMlflow.Fault> plan(Random dice, int last) {
        int[] requests = {0};
        return () -> {
            synchronized (faults) {
                FakeMlflow.Fault fault = FakeMlflow.Fault.NONE;
                if (requests[0]++ >= last) {
                    return FakeMlflow.Fault.RESET;
                } else if (dice.nextInt(9) == 0) {
                    fault = FAULTS.get(dice.nextInt(FAULTS.size()));
                }
                if (fault == FakeMlflow.Fault.TOO_MANY && faults.getOrDefault(fault, 0) >= MOST_429) {
                    fault = FakeMlflow.Fault.UNAVAILABLE;
                }
                faults.merge(fault, 1, Integer::sum);
                return fault;
            }
        };
    }

    /** Goes on somewhat before the last step, as from a checkpoint: what is measured again has another time. */
    private void record(Journal journal) throws IOException {
        step = Math.max(0, step - random.nextInt(50));
        for (int stretch = 2 + random.nextInt(5); stretch > 0; stretch--) {
            int end = step + 20 + random.nextInt(100);
            while (step++ < end) {
                journal.measured(step, run.started() + 1000L * step + random.nextInt(1000), values());
            }
            String name = "artifacts/notes-" + step + ".txt";
            Files.createDirectories(folder.resolve("artifacts"));
            Files.writeString(folder.resolve(name), "step " + step);
            journal.artifact(name, step, run.started() + 1000L * step);
            LockSupport.parkNanos(1_000_000L * random.nextInt(100));
        }
    }

    /** The generator at the last step, in place of that of an earlier life. */
    private void model(Journal journal) throws IOException {
        String place = ModelFolder.PLACE;
        Files.createDirectories(folder.resolve(place));
        Files.writeString(folder.resolve(place + "weights"), "of step " + step);
        Files.writeString(folder.resolve(place + "MLmodel"), "model_uuid: " + seed + "at" + step + "\n");
        for (String name : List.of("weights", "MLmodel")) {
            journal.artifact(place + name, step, run.started() + 1000L * step);
        }
    }

    private Map<String, Double> values() {
        Map<String, Double> values = new TreeMap<>(Map.of("loss/d", random.nextGaussian(), "loss/g", 1.0 / step));
        if (random.nextInt(300) == 0) {
            values.put("grad/g", List.of(Double.NaN, Double.POSITIVE_INFINITY).get(random.nextInt(2)));
        }
        // More names than a request may hold.
        for (int i = 0; step % 100 == 0 && i < 120; i++) {
            values.put("layer/" + i, random.nextDouble());
        }
        return values;
    }

    /** What a process leaves that dies while it writes: half a record, and a note of what was taken that is old or torn. */
    private void tear() throws IOException {
        try (FileOutputStream log =
                new FileOutputStream(folder.resolve("journal.log").toFile(), true)) {
            byte[] record = "99999 00000000 {\"kind\":\"measured\"".getBytes(StandardCharsets.UTF_8);
            log.write(record, 0, random.nextInt(record.length));
        }
        if (random.nextInt(3) == 0) {
            for (Path note : notes()) {
                byte[] bytes = Files.readAllBytes(note);
                Files.write(note, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            }
        }
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sent-"))
                    .toList();
        }
    }
}
