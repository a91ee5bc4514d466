package org.gan4j.experiments.library.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.Cache.State;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    private static final FileSet SET = new FileSet(
            "tiny",
            List.of(new KnownFile("one", 3, Digest.sha256("abc")), new KnownFile("two", 2, Digest.sha256("de"))),
            Optional.empty(),
            Optional.empty());

    @TempDir
    Path root;

    private Cache cache;

    @BeforeEach
    void cache() {
        cache = new Cache(root.resolve("cache"));
    }

    private void install(String one, String two) throws IOException {
        Path staged = cache.stage(SET);
        Files.writeString(staged.resolve("one"), one);
        Files.writeString(staged.resolve("two"), two);
        cache.install(SET, staged);
        Cache.delete(staged);
    }

    @Test
    void place_is_the_variables_or_the_home_folders() {
        assertThat(Cache.of(Map.of("GAN_DATA", "/somewhere")).root()).isEqualTo(Path.of("/somewhere"));
        assertThat(Cache.of(Map.of()).root()).isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "gan"));
    }

    @Test
    void set_is_absent_then_present_and_nothing_else_is_left() throws IOException {
        assertThat(cache.condition(SET).state()).isEqualTo(State.ABSENT);
        install("abc", "de");
        assertThat(cache.condition(SET).state()).isEqualTo(State.PRESENT);
        try (Stream<Path> left = Files.list(cache.root())) {
            assertThat(left).containsExactly(cache.folder(SET));
        }
    }

    @Test
    void what_a_killed_program_left_is_removed_a_day_later_and_what_another_removes_meanwhile_is_no_error()
            throws IOException {
        Path old = cache.stage(SET);
        Path young = cache.stage(SET);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        // Listed but not there when it is looked at, as a folder is that another program removes in between.
        Path vanished = Files.createSymbolicLink(cache.root().resolve(".tiny-vanished"), root.resolve("nowhere"));
        Path staged = cache.stage(SET);
        try (Stream<Path> left = Files.list(cache.root())) {
            assertThat(left).containsExactlyInAnyOrder(young, vanished, staged);
        }
    }

    @Test
    void changed_and_missing_files_are_named() throws IOException {
        install("abc", "de");
        Files.writeString(cache.folder(SET).resolve("one"), "abd");
        Files.delete(cache.folder(SET).resolve("two"));
        Cache.Condition condition = cache.condition(SET);
        assertThat(condition.state()).isEqualTo(State.DAMAGED);
        assertThat(condition.problems())
                .hasSize(2)
                .anySatisfy(
                        line -> assertThat(line).contains("one has the SHA-256").contains(Digest.sha256("abc")))
                .anySatisfy(line -> assertThat(line).endsWith("two is missing"));
    }

    @Test
    void file_of_the_stamped_size_and_time_is_trusted_by_a_look_and_not_by_verify() throws IOException {
        install("abc", "de");
        Path one = cache.folder(SET).resolve("one");
        FileTime time = Files.getLastModifiedTime(one);
        Files.writeString(one, "xyz");
        Files.setLastModifiedTime(one, time);
        assertThat(cache.condition(SET).state()).isEqualTo(State.PRESENT);
        assertThat(cache.verify(SET).state()).isEqualTo(State.DAMAGED);
    }

    @Test
    void files_put_there_by_hand_are_hashed_once_and_then_stamped() throws IOException {
        Files.createDirectories(cache.folder(SET));
        Files.writeString(cache.folder(SET).resolve("one"), "abc");
        Files.writeString(cache.folder(SET).resolve("two"), "de");
        assertThat(cache.condition(SET).state()).isEqualTo(State.PRESENT);
        assertThat(cache.folder(SET).resolve("verified.txt")).exists();
    }

    @Test
    void file_in_the_folders_place_is_the_users_mistake() throws IOException {
        Files.write(cache.root(), "x".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> cache.stage(SET))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("GAN_DATA: ");
    }

    @Test
    void what_a_killed_program_left_is_removed_after_a_day() throws IOException {
        Path abandoned = cache.stage(SET);
        Path recent = cache.stage(SET);
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(90_000)));
        cache.stage(SET);
        assertThat(abandoned).doesNotExist();
        assertThat(recent).exists();
    }
}
