package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tensorflow.TensorFlow;

@Tag("tensorflow")
@EnabledOnOs(OS.LINUX)
class NativeErrorsTest {
    @BeforeAll
    static void load() {
        assertThat(TensorFlow.version()).isNotEmpty();
    }

    /** Writes to the descriptor itself, as natives do. */
    private static void write(String line) {
        FileOutputStream error = new FileOutputStream(FileDescriptor.err);
        try {
            error.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all lines that reach standard error, and drops them. */
    private static List<String> printed(Runnable work) {
        List<String> lines = new ArrayList<>();
        NativeErrors.during(work, lines::add);
        return lines;
    }

    @Test
    void only_lines_to_drop_are_dropped_and_only_meanwhile() {
        assertThat(printed(() -> {
                    write("dropped before");
                    NativeErrors.during(
                            () -> {
                                write("dropped");
                                write("printed");
                            },
                            line -> line.startsWith("dropped"));
                    write("dropped after");
                }))
                .containsExactly("dropped before", "printed", "dropped after");
    }

    @Test
    void what_other_threads_write_is_printed() {
        assertThat(printed(() -> NativeErrors.during(
                        () -> {
                            Thread other = new Thread(() -> write("of another thread"));
                            other.start();
                            try {
                                other.join();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        "dropped"::equals)))
                .containsExactly("of another thread");
    }

    @Test
    void standard_error_is_as_before_where_the_work_fails() {
        assertThat(printed(() -> {
                    assertThatThrownBy(() -> NativeErrors.during(
                                    () -> {
                                        write("the last words");
                                        throw new IllegalStateException("broken");
                                    },
                                    "dropped"::equals))
                            .hasMessage("broken");
                    write("after");
                }))
                .containsExactly("the last words", "after");
    }
}
