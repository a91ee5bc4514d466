package org.gan4j.experiments.plugins.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

class ApiRangeTest {
    private static Manifest manifest(String header, String value) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue(header, value);
        return manifest;
    }

    private static Optional<String> misfit(String header, String value) {
        Manifest api = manifest(
                "Export-Package",
                "org.gan4j.api;version=\"1.2.0\";uses:=\"org.gan4j.api.net,org.gan4j.api.run\",org.gan4j.api.net;version=\"1.2.0\"");
        return ApiRange.of(api).misfit(manifest(header, value));
    }

    @Test
    void a_header_is_parted_at_commas_and_semicolons_outside_of_quotes() {
        assertThat(ManifestHeader.parse("a.b;c.d;version=\"[1,2)\";uses:=\"x;y,z\", e.f ;resolution:=optional;v=1=2,g")
                        .names())
                .isEqualTo(Map.of(
                        "a.b", Map.of("version", "[1,2)", "uses:", "x;y,z"),
                        "c.d", Map.of("version", "[1,2)", "uses:", "x;y,z"),
                        "e.f", Map.of("resolution:", "optional", "v", "1=2"),
                        "g", Map.of()));
    }

    @Test
    void a_range_has_its_ends_in_or_out() {
        for (String range : List.of("[1.2,2)", "1.2", "(1.1,1.2.0]", "1", "[1.2.0,1.2.0]", "0")) {
            assertThat(VersionRange.parse(range).includes(Version.parse("1.2.0")))
                    .as(range)
                    .isTrue();
        }
        for (String range : List.of("[1,1.2)", "1.2.1", "(1.2,2)", "[2,3)", "1.2.0.final")) {
            assertThat(VersionRange.parse(range).includes(Version.parse("1.2.0")))
                    .as(range)
                    .isFalse();
        }
    }

    @Test
    void what_is_no_range_is_refused() {
        for (String text : List.of("[1,2", "[1]", "new", "[a,b)", "", "1..2")) {
            assertThatThrownBy(() -> VersionRange.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_what_is_asked_of_the_api_is_compared() {
        assertThat(misfit("Import-Package", "org.gan4j.apiary;version=9,com.acme;version=\"[9,10)\""))
                .isEmpty();
        assertThat(misfit("Import-Package", "org.gan4j.api;version=\"[1.2,2)\",org.gan4j.api.net"))
                .isEmpty();
        assertThat(misfit("Import-Package", "com.acme,org.gan4j.api.net;version=\"[1.3,2)\""))
                .hasValueSatisfying(reason ->
                        assertThat(reason).startsWith("it needs org.gan4j.api.net [1.3,2), but this is 1.2.0; "));
        assertThat(misfit("GAN-API", "[1,1.2)")).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("it needs org.gan4j.api [1,1.2), but this is 1.2.0; "));
        assertThat(misfit("Other", "[1,1.2)")).isEmpty();
    }

    @Test
    void where_the_api_does_not_say_its_version_every_plugin_fits() {
        assertThat(ApiRange.of(new Manifest()).misfit(manifest("GAN-API", "[7,8)")))
                .isEmpty();
    }
}
