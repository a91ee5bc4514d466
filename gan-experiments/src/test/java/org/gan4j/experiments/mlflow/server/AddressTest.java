package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static Address address(String uri) {
        return Address.from(Map.of("MLFLOW_TRACKING_URI", uri)).orElseThrow();
    }

    @Test
    void without_the_variable_there_is_none() {
        assertThat(Address.from(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sqlite:///mlflow.db", "mlruns", "databricks", "http://", "http://a b"})
    void what_is_no_web_address_is_left_out(String uri) {
        assertThat(Address.from(Map.of("MLFLOW_TRACKING_URI", uri))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5000/,       http://127.0.0.1:5000",
        "https://host/prefix/,         https://host/prefix",
        "http://user:secret@host:80/a, http://host:80/a",
        "http://localhosts,            http://localhosts"
    })
    void a_name_has_no_secret_and_one_form(String uri, String name) {
        assertThat(address(uri).name()).isEqualTo(name);
    }
}
