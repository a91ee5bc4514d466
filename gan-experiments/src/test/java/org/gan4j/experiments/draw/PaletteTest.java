package org.gan4j.experiments.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.gan4j.experiments.report.page.Page;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void a_page_has_each_colour_for_light_and_for_dark_paper() {
        assertThat(Palette.css().split("prefers-color-scheme: dark")).hasSize(2).allSatisfy(style -> assertThat(style)
                .contains("--warn-line: #", "--c7: #"));
        assertThat(Palette.css()).contains("--series: 8;", ".c7 { --own: var(--c7); }");
        assertThat(Palette.series(9)).isEqualTo(1);
    }

    @Test
    void a_drawing_on_white_paper_has_no_dark_colours() {
        assertThat(Palette.lightCss()).contains("--c1: #d55e00;").doesNotContain("dark", "#14171a");
        assertThat(Palette.C1.color()).isEqualTo(new Color(0xd5, 0x5e, 0x00));
    }

    /** White is the paper of pictures, which have no dark side. */
    @Test
    void style_sheets_and_scripts_name_no_colour_of_the_palette_by_value() {
        for (String file : List.of("report.css", "plot.css", "report.js")) {
            assertThat(Page.resource(file))
                    .doesNotContain(Arrays.stream(Palette.values())
                            .filter(tone -> tone != Palette.PAPER)
                            .map(tone -> String.format("#%06x", tone.color().getRGB() & 0xffffff))
                            .toArray(String[]::new));
        }
    }
}
