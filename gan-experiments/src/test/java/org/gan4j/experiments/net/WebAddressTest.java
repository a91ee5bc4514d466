package org.gan4j.experiments.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://mlflow_server:5000/, http://mlflow_server:5000",
        "HTTPS://Host/a/b//, https://Host/a/b",
        "http://[::1]:80/x, http://[::1]:80/x",
        "http://127.0.0.1:5000/#/experiments?workflowType=x, http://127.0.0.1:5000",
        "http://host/a?b=c, http://host/a",
        "' http://host: ', http://host"
    })
    void what_people_write_is_read(String text, String address) {
        assertThat(WebAddress.of(text)).hasToString(address);
    }

    /** The last at sign before the path ends the login; %40 is an at sign, and a lone percent sign is one. */
    @ParameterizedTest
    @CsvSource({
        "http://bob:pw@h, bob, pw",
        "http://bob:p@ss@h:1/x, bob, p@ss",
        "http://bob:p%40ss%3a+@h, bob, p@ss:+",
        "http://bob:100%@h, bob, 100%",
        "http://bob@h, bob, ''"
    })
    void a_login_is_taken_apart_and_shown_nowhere(String text, String user, String password) {
        WebAddress address = WebAddress.of(text);

        assertThat(address.login()).isEqualTo(Optional.of(new Login(user, password)));
        assertThat(address.toString()).doesNotContain("bob");
        assertThat(address.login().toString()).doesNotContain("bob");
        assertThat(address.host()).isEqualTo("h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:5000",
                "ftp://host",
                "http://",
                "http:///x",
                "http://a b",
                "http://bob:s3cret@h:70000",
                "http://bob:s3cret@h:0",
                "http://bob:s3cret@h:x",
                "http://bob:s3cret@h/ü b",
                "http://bob:s3/cret@h",
                "http://h/%",
                "http://h/a\nb"
            })
    void what_is_no_address_is_refused_without_its_login(String text) {
        assertThatThrownBy(() -> WebAddress.of(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3");
        assertThat(Redaction.ofAddress(text)).doesNotContain("s3").doesNotContain("bob");
    }

    @Test
    void logins_are_taken_out_of_any_text() {
        assertThat(Redaction.of("see http://a:b@c/d and https://e:f@g@h, not http://i/j@k or x@y"))
                .isEqualTo("see http://c/d and https://h, not http://i/j@k or x@y");
    }
}
