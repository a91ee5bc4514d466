package org.gan4j.experiments.library.data.source.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentProxyTest {
    private static final URI ADDRESS = URI.create("https://data.example.org/mnist/");

    private static Proxy select(Map<String, String> environment) {
        return new EnvironmentProxy(environment).select(ADDRESS).get(0);
    }

    private static Proxy at(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    @Test
    void variable_of_the_addresss_scheme_counts_in_either_case() {
        assertThat(select(Map.of("https_proxy", "http://proxy:3128"))).isEqualTo(at("proxy", 3128));
        assertThat(select(Map.of("HTTPS_PROXY", "proxy:8080/"))).isEqualTo(at("proxy", 8080));
        assertThat(select(Map.of("http_proxy", "http://proxy:3128")))
                .isEqualTo(ProxySelector.getDefault().select(ADDRESS).get(0));
    }

    @Test
    void hosts_of_no_proxy_are_asked_directly() {
        for (String rule :
                new String[] {"*", "data.example.org", "other, example.org", ".example.org", "*.example.org"}) {
            assertThat(select(Map.of("https_proxy", "http://proxy:3128", "no_proxy", rule)))
                    .as(rule)
                    .isEqualTo(Proxy.NO_PROXY);
        }
        assertThat(select(Map.of("https_proxy", "http://proxy:3128", "no_proxy", "ample.org,,localhost")))
                .isEqualTo(at("proxy", 3128));
    }
}
