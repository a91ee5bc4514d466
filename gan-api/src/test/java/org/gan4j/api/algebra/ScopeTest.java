package org.gan4j.api.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void children_join_with_a_dot() {
        assertThat(new Scope("generator").child("dense1").child("bias")).hasToString("generator.dense1.bias");
    }

    @Test
    void a_slash_is_refused_because_TensorFlow_refuses_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scope("generator/dense1"))
                .withMessageContaining("\"generator/dense1\"");
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope(""));
    }
}
