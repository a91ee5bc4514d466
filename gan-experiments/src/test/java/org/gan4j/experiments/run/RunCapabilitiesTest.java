package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.LossProbes;
import org.gan4j.api.run.Run;
import org.junit.jupiter.api.Test;

class RunCapabilitiesTest {
    private final Run run = new FakeBackend(0, 0, 0, 0, 0, true).open(null);

    @Test
    void a_run_offers_the_interfaces_that_it_implements() {
        assertThat(run.capability(LossProbes.class)).containsSame((LossProbes) run);
        assertThat(run.require(LossProbes.class)).isSameAs(run);
    }

    @Test
    void what_a_backend_lacks_is_named_where_it_is_needed() {
        assertThat(run.capability(CheckpointImport.class)).isEmpty();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> run.require(CheckpointImport.class))
                .withMessageContaining("does not offer CheckpointImport");
    }
}
