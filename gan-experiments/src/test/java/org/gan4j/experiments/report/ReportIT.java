package org.gan4j.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.experiments.program.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in a real browser, from a file, without a display. */
class ReportIT {
    /** Charts of made-up runs: 2 of quality, 3 of the game, 2 of gradients, 2 norms, 2 losses, speed and memory. */
    private static final int CHARTS = 13;

    @TempDir
    Path temp;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_comparison_draws_its_charts_and_its_slider_and_logs_nothing() throws Exception {
        Path report = Reports.write(new MadeUpRuns(temp).comparison());

        String page = browser.open(report).pageWith("data-charts=\"" + CHARTS + "\"");

        assertThat(browser.console()).isEmpty();
        assertThat(page)
                .doesNotContain("data-error")
                .contains("are not distinguishable")
                .contains("<input type=\"range\"")
                .contains("step 2,000")
                .contains("<option value=\"0\">seed 1</option>")
                .contains("src=\"data:image/png;base64,");
        assertThat(page.split("<canvas", -1)).hasSize(CHARTS + 1);
    }

    @Test
    void a_run_that_has_measured_nothing_yet_opens_too() throws Exception {
        Path run = new MadeUpRuns(temp).run("minimax", 1, false);
        Files.delete(run.resolve("metrics.csv"));

        String page = browser.open(Reports.write(run)).pageWith("data-charts=\"0\"");

        assertThat(browser.console()).isEmpty();
        assertThat(page).contains("one run with one seed");
    }

    /** As MLflow shows it: in a frame that may run scripts and nothing else. */
    @Test
    void a_report_draws_in_a_sandboxed_frame_on_a_phone_and_is_no_wider() throws Exception {
        Path report = Reports.write(new MadeUpRuns(temp).comparison());
        browser.sized(500, 3000).open(framed(report, "allow-scripts", 3000)).inFrame();
        browser.pageWith("data-charts=\"" + CHARTS + "\"");

        assertThat(browser.console()).isEmpty();
        BufferedImage image = browser.screenshot();
        assertThat(image.getRGB(450, 1500) & 0xffffff).isEqualTo(0xff00ff);
        // The colours of both arms, pure: the swatches and dots of the table, and the lines of the charts.
        assertThat(pixels(image, 0x0b6bcb)).isGreaterThan(200);
        assertThat(pixels(image, 0xd55e00)).isGreaterThan(200);
    }

    @Test
    void the_drawings_of_a_run_are_there_on_a_phone_without_scripts_and_no_wider() throws Exception {
        Path run = new MadeUpRuns(temp).run("minimax", 1, false);
        Files.delete(run.resolve("metrics.csv"));

        // A frame without scripts cannot be asked whether it is drawn. The curves of both losses, each two pixels thick
        // along
        // most of the width, once by a and once by D, and their swatches say so.
        BufferedImage image = browser.sized(500, 3400)
                .open(framed(Reports.write(run), "", 3400))
                .screenshotWhere(
                        "has a blue and an orange curve",
                        seen -> pixels(seen, 0x0b6bcb) > 400 && pixels(seen, 0xd55e00) > 400);
        assertThat(image.getRGB(450, 1500) & 0xffffff).isEqualTo(0xff00ff);
    }

    @Test
    void charts_fill_a_wide_window() throws Exception {
        Path report = Reports.write(new MadeUpRuns(temp).comparison());
        browser.sized(1280, 5200).open(report).pageWith("data-charts=\"" + CHARTS + "\"");

        BufferedImage image = browser.screenshot();

        assertThat(pixels(image.getSubimage(0, 2000, 640, 3000), 0xd55e00)).isGreaterThan(200);
        assertThat(pixels(image.getSubimage(640, 2000, 640, 3000), 0xd55e00)).isGreaterThan(200);
    }

    /** A page that shows a report in a frame as wide as a phone, on a ground of another colour. */
    private Path framed(Path report, String sandbox, int height) throws IOException {
        return Files.writeString(
                temp.resolve("frame.html"),
                "<body style='margin:0;background:#f0f'><iframe sandbox='" + sandbox + "' src='" + report.toUri()
                        + "' style='border:0;width:390px;height:" + height + "px'></iframe>");
    }

    private static long pixels(BufferedImage image, int color) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
            }
        }
        return count;
    }
}
