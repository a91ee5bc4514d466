package org.gan4j.experiments.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final WebAddress SERVER = WebAddress.of("https://data.example.org:8443/mnist");

    private static String before(WebAddress server, Map<String, String> environment) throws IOException {
        return new Proxies(environment)
                .before(server)
                .map(proxy ->
                        proxy.place().getHostString() + ":" + proxy.place().getPort())
                .orElse("direct");
    }

    @Test
    void the_variable_of_the_addresss_scheme_counts_in_either_case_and_then_that_for_all() throws IOException {
        assertThat(before(SERVER, Map.of("https_proxy", "http://proxy:3128"))).isEqualTo("proxy:3128");
        assertThat(before(SERVER, Map.of("HTTPS_PROXY", "proxy:8080/"))).isEqualTo("proxy:8080");
        assertThat(before(SERVER, Map.of("https_proxy", " ", "HTTPS_PROXY", "proxy")))
                .isEqualTo("proxy:80");
        assertThat(before(SERVER, Map.of("http_proxy", "http://proxy:3128"))).isEqualTo("direct");
        assertThat(before(SERVER, Map.of("ALL_PROXY", "http://proxy:1"))).isEqualTo("proxy:1");
        assertThat(before(WebAddress.of("http://h"), Map.of("http_proxy", "http://proxy:3128")))
                .isEqualTo("proxy:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "data.example.org",
                "other, example.org",
                ".example.org",
                "*.example.org",
                "DATA.example.ORG",
                "data.example.org:8443"
            })
    void hosts_of_no_proxy_are_asked_directly(String rule) throws IOException {
        for (String name : new String[] {"no_proxy", "NO_PROXY"}) {
            assertThat(before(SERVER, Map.of("https_proxy", "proxy:3128", name, rule)))
                    .isEqualTo("direct");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "ample.org,,localhost", "data.example.org:80"})
    void other_hosts_are_not(String rule) throws IOException {
        assertThat(before(SERVER, Map.of("https_proxy", "proxy:3128", "no_proxy", rule)))
                .isEqualTo("proxy:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5000", "http://127.0.0.1", "http://[::1]:5000"})
    void this_machine_is_asked_directly(String here) throws IOException {
        assertThat(before(WebAddress.of(here), Map.of("http_proxy", "proxy:3128")))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_proxy:3128, my_proxy:3128, ''",
        "http://bob:p@ss@proxy:3128, proxy:3128, bob p@ss",
        "bob:pw@proxy, proxy:80, bob pw",
        "http://bob:p%40@proxy:1, proxy:1, bob p@"
    })
    void odd_names_and_logins_are_read(String value, String place, String login) throws IOException {
        Map<String, String> environment = Map.of("https_proxy", value);

        assertThat(before(SERVER, environment)).isEqualTo(place);
        assertThat(new Proxies(environment)
                        .before(SERVER)
                        .flatMap(Proxies.Server::login)
                        .map(found -> found.user() + " " + found.password())
                        .orElse(""))
                .isEqualTo(login);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bob:s3cret@proxy:99999",
                "http://bob:s3cret@proxy:port",
                "socks5://bob:s3cret@proxy:1080",
                "http://bob:s3cret@",
                "http://bob:s3cret@a b:1"
            })
    void what_is_no_proxy_is_said_with_its_variable_and_without_its_login(String value) {
        assertThatThrownBy(() -> before(SERVER, Map.of("HTTPS_PROXY", value)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("HTTPS_PROXY='")
                .hasMessageContaining("expected http://HOST:PORT")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void without_variables_the_properties_of_java_count() throws IOException {
        Map<String, String> before = new HashMap<>();
        Map.of("https.proxyHost", "javas", "https.proxyPort", "3129")
                .forEach((key, value) -> before.put(key, System.setProperty(key, value)));
        try {
            assertThat(before(SERVER, Map.of())).isEqualTo("javas:3129");
            assertThat(before(WebAddress.of("https://my_host"), Map.of())).isEqualTo("javas:3129");
            assertThat(before(SERVER, Map.of("https_proxy", "proxy:1"))).isEqualTo("proxy:1");
        } finally {
            before.forEach((key, value) -> Optional.ofNullable(value)
                    .ifPresentOrElse(v -> System.setProperty(key, v), () -> System.clearProperty(key)));
        }
    }
}
