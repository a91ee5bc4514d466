package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.disk.DiskOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The disk is full on which is noted what a destination has taken or refused. */
@Isolated("a fault of the disk is one of the whole process")
class FullDiskDeliveryTest {
    private static final Sync SYNC =
            new Sync(new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(20)), false);

    @TempDir
    Path runs;

    private static List<DeliveryReport> sendOnAFullDisk(List<Path> folders, Listener listener) throws IOException {
        Runnable end = DiskOperations.guardedBy((kind, path) -> {
            if (kind != DiskOperations.Kind.DELETE) {
                throw new FileSystemException(path.toString(), null, "No space left on device");
            }
        });
        try {
            return SYNC.send(folders, List.of(listener));
        } finally {
            end.run();
        }
    }

    @Test
    void the_disk_is_named_and_not_the_destination() throws IOException {
        List<Path> folders = new ArrayList<>();
        // More than the failures in a row after which a destination is given up.
        for (String uid : List.of("a", "b", "c", "d")) {
            folders.add(Listener.record(runs.resolve(uid), 2));
        }

        List<DeliveryReport> reports = sendOnAFullDisk(folders, new Listener());

        assertThat(reports).hasSize(4).allSatisfy(report -> assertThat(report.trouble())
                .startsWith("cannot write " + report.run().resolve("sent-"))
                .endsWith("no space is left on the disk; make space and try again"));
        // Begun, two values, a file, ended: five records each, once there is space.
        assertThat(SYNC.send(folders, List.of(new Listener())))
                .allMatch(DeliveryReport::isComplete)
                .extracting(DeliveryReport::sent)
                .containsExactly(5L, 5L, 5L, 5L);
    }

    @Test
    void what_a_destination_refuses_is_not_forgotten() throws IOException {
        Path folder = Listener.record(runs.resolve("a"), 2);
        // The note of what was taken is made already, so that the list of what was refused is the first file that does
        // not fit.
        DeliveryCursor.take(folder, "listener").orElseThrow().close();
        Listener refusing = new Listener() {
            @Override
            public List<String> refused() {
                return List.of("a name that is too long");
            }
        };

        assertThat(sendOnAFullDisk(List.of(folder), refusing).get(0).trouble())
                .startsWith("cannot write " + folder.resolve("refused.log"))
                .contains("no space is left on the disk");
        assertThat(SYNC.send(List.of(folder), List.of(refusing)).get(0).isComplete())
                .isTrue();
        assertThat(folder.resolve("refused.log")).content().contains("a name that is too long");
    }
}
