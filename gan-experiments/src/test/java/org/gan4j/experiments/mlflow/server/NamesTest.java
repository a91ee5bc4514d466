package org.gan4j.experiments.mlflow.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "loss/d,               loss/d",
        "fid(10k),             fid_10k",
        "grad/g.non-saturating,grad/g.non-saturating",
        "a//b/../c,            a/b/c",
        "/rooted,              rooted",
        "eval:jsd,             eval_jsd",
        "größe,                größe",
        "###,                  _"
    })
    void a_name_becomes_one_that_every_server_takes(String name, String sane) {
        assertThat(MlflowNames.sane(name)).isEqualTo(sane);
    }
}
