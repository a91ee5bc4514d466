package org.gan4j.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserPathTest {
    private final Path home = Path.of(System.getProperty("user.home"));

    @Test
    void a_tilde_at_the_beginning_is_the_home_folder() {
        assertThat(UserPath.of("~")).isEqualTo(home);
        assertThat(UserPath.of("~/runs/a")).isEqualTo(home.resolve("runs/a"));
    }

    @Test
    void every_other_path_is_what_it_says() {
        assertThat(UserPath.of("runs/~/a")).isEqualTo(Path.of("runs/~/a"));
        assertThat(UserPath.of("~bob/a")).isEqualTo(Path.of("~bob/a"));
        assertThat(UserPath.of("")).isEqualTo(Path.of(""));
    }

    @Test
    void so_it_is_in_every_setting_that_is_a_path() {
        assertThat(Scalars.parse(Path.class, "~/runs")).isEqualTo(home.resolve("runs"));
    }
}
