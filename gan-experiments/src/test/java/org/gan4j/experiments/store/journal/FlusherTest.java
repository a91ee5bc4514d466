package org.gan4j.experiments.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A closed file cannot be written to the disk, so an attempt is reported as trouble. */
@Timeout(60)
class FlusherTest {
    @TempDir
    Path folder;

    private AppendedFile closed() throws IOException {
        AppendedFile file = new AppendedFile(folder.resolve("journal.log"), 0);
        file.close();
        return file;
    }

    @Test
    void what_was_written_is_brought_onto_the_disk_without_being_asked() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        Flusher flusher = Flusher.start(closed(), trouble -> tried.countDown());

        flusher.written();

        assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();
        flusher.stop();
    }

    @Test
    void at_the_end_it_is_brought_there_once_more_if_there_is_anything() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        Flusher.start(closed(), trouble -> tries.incrementAndGet()).stop();
        assertThat(tries).hasValue(0);

        Flusher flusher = Flusher.start(closed(), trouble -> tries.incrementAndGet());
        flusher.written();
        flusher.stop();
        assertThat(tries).hasValue(1);
    }
}
