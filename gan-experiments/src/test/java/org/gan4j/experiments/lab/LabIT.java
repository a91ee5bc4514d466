package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.program.Browser;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trains real nets from a page in a real browser. */
@Tag("tensorflow")
class LabIT {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

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
    void two_arms_begin_alike_and_train_when_the_page_asks() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring"), "loss=minimax,non-saturating")) {
            String page = browser.sized(1000, 1400).open(server.address()).pageWith("data-step=\"0\"");
            assertThat(page)
                    .contains("began with the same weights")
                    .contains("minimax/seed1")
                    .contains("non-saturating/seed1");

            assertThat(page)
                    .contains("2·JSD, and V + log 4 (dotted)")
                    .contains("Arrows show where")
                    .contains("Mean push on a generated example: 0.");

            browser.click("arrows").press("a").press("s").pageWith("data-step=\"1\"");
            browser.click("play").pageWhere("has trained for 100 steps", found -> step(found) >= 100);
            browser.press("p").pageWith(">Play<");
            assertThat(browser.page()).contains("<details class=\"byhand\" hidden=\"\">");
            String one = browser.click("onlyD").pageWith("1 update of the discriminator alone");
            String other = browser.press("g").pageWith("1 update of the generator alone");
            assertThat(step(other)).isEqualTo(step(one));
            browser.click("restart").pageWith("data-step=\"0\"");
            assertThat(browser.page()).doesNotContain("alone</li>");

            assertThat(browser.console()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian-1d", "fashion-mini"})
    void numbers_and_pictures_train_on_a_phone_and_are_no_wider(String recipe) throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of(recipe), "loss=minimax,hinge")) {
            browser.sized(500, 1400).open(server.address()).pageWith("data-step=\"0\"");
            browser.click("one").pageWith("data-step=\"1\"");

            assertThat(browser.console()).isEmpty();
            assertThat(browser.overflow()).isZero();
        }
    }

    @Test
    void the_menu_begins_a_prepared_situation() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring", "at-equilibrium", "collapsing"))) {
            browser.sized(1000, 1400).open(server.address()).pageWith("data-step=\"0\"");
            assertThat(browser.page()).contains("the purpose of ring");
            browser.press("s").pageWith("data-step=\"1\"");

            browser.click("begin-at-equilibrium").pageWith("the purpose of at-equilibrium");
            browser.pageWith("data-step=\"0\"");
            browser.press("s").pageWith("data-step=\"1\"");

            assertThat(browser.page()).contains("<span id=\"experiment\">at-equilibrium</span>");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void settings_change_in_the_form_with_the_weights_kept_or_at_step_0() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring"), "loss=minimax,non-saturating")) {
            browser.sized(1000, 1400).open(server.address()).pageWith("data-step=\"0\"");
            browser.press("s").pageWith("data-step=\"1\"");
            browser.click("partsTitle").fill("set-optimizer.rate", "-1").click("change");
            browser.pageWith("no numbers of their ranges");

            browser.fill("set-optimizer.rate", "0.25").click("set-1:loss-hinge").click("change");
            browser.pageWith("at step 1: loss from non-saturating to hinge, optimizer.rate from 0.0005 to 0.25");
            assertThat(browser.page()).contains("data-step=\"1\"").contains("hinge/seed1");
            browser.press("s").pageWith("data-step=\"2\"");

            browser.click("set-dataset-gaussian-1d").click("anew").pageWith("data-step=\"0\"");
            assertThat(browser.page()).contains("Grey bars are real examples").doesNotContain("at step 1:");
            browser.press("s").pageWith("data-step=\"1\"");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void a_drawn_distribution_becomes_the_data() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring"), "loss=minimax,hinge")) {
            browser.sized(1000, 1400).open(server.address()).pageWith("data-step=\"0\"");
            browser.click("brushTitle").pageWith("0 points of at least 50");
            browser.stroke("pad", new double[] {0.2, 0.2}, new double[] {0.8, 0.2}, new double[] {0.8, 0.7});
            browser.pageWhere("has points", page -> page.matches("(?s).*id=\"drawn\"[^>]*>[1-9]\\d+ points<.*"));

            browser.click("draw").pageWith("Distance of generated from real points");
            browser.pageWith("data-step=\"0\"");
            browser.click("one").pageWith("data-step=\"1\"");
            assertThat(browser.page()).contains("download=\"\">Save drawn.csv");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** No server runs any more when the file is opened. Its frames are steps 0, 1 and 2. */
    @ParameterizedTest
    @ValueSource(strings = {"ring", "fashion-mini"})
    void a_film_plays_from_its_file_alone(String recipe) throws Exception {
        Path film;
        try (LabServer server = LabMenus.serve(RUNNER, List.of(recipe), "loss=minimax,hinge")) {
            browser.sized(1000, 1400).open(server.address()).pageWith("data-step=\"0\"");
            browser.press("s").pageWith("data-step=\"1\"");
            browser.press("s").pageWith("data-step=\"2\"");
            film = browser.click("film").downloaded(recipe + "-film.html");
        }
        assertThat(Files.size(film)).isBetween(50_000L, 1_000_000L);

        browser.open(film).pageWith("data-step=\"0\"");
        browser.click("play").pageWith("data-step=\"2\"");

        assertThat(browser.page())
                .contains("minimax/seed1")
                .contains("max=\"2\"")
                .doesNotContain("http://");
        assertThat(browser.console()).isEmpty();
    }

    /** The browser asks for steps as fast as it can until its page is another one. */
    @Test
    void a_page_that_is_left_trains_no_further() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring"))) {
            browser.open(server.address()).pageWith("data-step=\"0\"");
            browser.press("p").pageWhere("has trained", page -> step(page) >= 20);
            browser.open("about:blank");
            Thread.sleep(3000);

            LabRequests requests = new LabRequests(URI.create(server.address()));
            String then = requests.post("advance", "steps=0").body();
            Thread.sleep(3000);

            assertThat(step(then)).isGreaterThanOrEqualTo(20);
            assertThat(requests.post("advance", "steps=0").body()).startsWith(then.substring(0, then.indexOf(',')));
        }
    }

    @Test
    void a_latent_space_of_two_numbers_is_drawn_as_a_grid() throws Exception {
        try (LabServer server = LabMenus.serve(RUNNER, List.of("ring"), "prior.size=2", "loss=minimax,hinge")) {
            browser.sized(1000, 1400).open(server.address()).pageWith("The orange mesh is a grid over z");
            BufferedImage with = browser.screenshot();
            browser.press("m").screenshotWhere("is without the grid", window -> ink(window) < ink(with));

            assertThat(browser.console()).isEmpty();
        }
    }

    /** Returns how many pixels are more red than blue, as orange is. */
    private static long ink(BufferedImage window) {
        return IntStream.range(0, window.getWidth() * window.getHeight())
                .map(i -> window.getRGB(i % window.getWidth(), i / window.getWidth()))
                .filter(pixel -> (pixel >> 16 & 255) > (pixel & 255) + 20)
                .count();
    }

    private static long step(String page) {
        Matcher step = Pattern.compile("(?:data-step=\"|\\{\"step\":)(\\d+)").matcher(page);
        assertThat(step.find()).isTrue();
        return Long.parseLong(step.group(1));
    }
}
