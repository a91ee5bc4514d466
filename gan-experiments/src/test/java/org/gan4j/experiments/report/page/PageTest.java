package org.gan4j.experiments.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.digest.Digest;
import org.junit.jupiter.api.Test;

class PageTest {
    private static String page(String title, Object data) {
        return new Page(title, Html.element("p", "body"), data).render();
    }

    /** As published: {@code npm pack uplot@1.6.32}, dist/ and LICENSE. */
    @Test
    void the_charts_are_those_of_uplot_1_6_32_unchanged() {
        assertThat(Digest.sha256(Page.resource("uplot/uPlot.iife.min.js")))
                .isEqualTo("19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f");
        assertThat(Digest.sha256(Page.resource("uplot/uPlot.min.css")))
                .isEqualTo("df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04");
        assertThat(Digest.sha256(Page.resource("uplot/LICENSE")))
                .isEqualTo("8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd");
    }

    @Test
    void a_page_carries_the_licence_of_its_charts() {
        assertThat(page("t", Map.of())).contains("Copyright (c) 2022 Leon Sorokin", "Permission is hereby granted");
    }

    @Test
    void data_cannot_end_its_element_and_means_the_same() {
        String json = Page.harmless("{\"a\":\"</script><!-- & \u2028\"}");

        assertThat(json).isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\"}");
        assertThat(page("t", List.of("</script><script>alert(1)</script>"))).doesNotContain("<script>alert");
    }

    @Test
    void a_title_is_text() {
        assertThat(page("</title><script>", Map.of())).contains("<title>&lt;/title&gt;&lt;script&gt;</title>");
    }

    @Test
    void text_that_looks_like_a_hole_of_the_skeleton_stays_as_it_is() {
        assertThat(page("{{data}} $1 \\", Map.of())).contains("<title>{{data}} $1 \\</title>");
    }

    /** Recomputed here, from what stands in the page: a script that the policy does not name would not run. */
    @Test
    void the_policy_allows_exactly_the_scripts_that_are_there_and_no_request() throws Exception {
        String page = page("t", Map.of("a", 1));
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();

        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
        StringBuilder sources = new StringBuilder();
        while (script.find()) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            sources.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(hash))
                    .append("'");
        }
        assertThat(policy.group(1))
                .isEqualTo("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src" + sources);
        assertThat(sources.toString().split("sha256-")).hasSize(3);
    }

    @Test
    void not_finite_numbers_are_null_in_the_data() {
        assertThat(page("t", Map.of("y", List.of(1.5, Double.NaN)))).contains("{\"y\":[1.5,null]}");
    }
}
