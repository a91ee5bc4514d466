package org.gan4j.experiments.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    /** Another process, since a process is never shut out by its own lock. */
    private boolean isFreeForOthers(Path file) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        return other.waitFor() == 0;
    }

    static final class Taker {
        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            System.exit(FolderLock.take(Path.of(arguments[0])).isPresent() ? 0 : 1);
        }
    }

    @Test
    @SuppressWarnings("try") // Holding the lock is what the block is for.
    void only_one_has_it_and_it_is_free_again_afterwards() throws Exception {
        Path file = folder.resolve("lock");
        try (FolderLock lock = FolderLock.take(file).orElseThrow()) {
            assertThat(FolderLock.take(file)).isEmpty();
            // The second attempt must not have given back what the first one took.
            assertThat(isFreeForOthers(file)).isFalse();
        }

        assertThat(isFreeForOthers(file)).isTrue();
        Optional<FolderLock> again = FolderLock.take(file);
        assertThat(again).isPresent();
        again.get().close();
    }
}
