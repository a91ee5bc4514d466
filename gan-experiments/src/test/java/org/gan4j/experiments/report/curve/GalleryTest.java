package org.gan4j.experiments.report.curve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GalleryTest {
    @Test
    void chosen_steps_are_even_and_hold_the_first_and_the_last() {
        List<Long> steps = LongStream.rangeClosed(0, 100).boxed().toList();

        assertThat(Gallery.evenly(steps, 5)).containsExactly(0L, 25L, 50L, 75L, 100L);
        assertThat(Gallery.evenly(steps, 2)).containsExactly(0L, 100L);
        assertThat(Gallery.evenly(List.of(3L), 40)).containsExactly(3L);
    }
}
