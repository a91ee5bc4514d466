package org.gan4j.experiments.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.problem.WorkFailed;
import org.junit.jupiter.api.Test;

class MeasuredRunTest {
    private final MeasuredRun run = new MeasuredRun(null, null);

    record Named(String name) implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of(new MetricInfo("eval/mine", "Mine", "Ten.", "", MetricInfo.Aim.NEITHER, false));
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of(new Measurement(name, 1, Double.NaN, 10, "none", Map.of()));
        }
    }

    record Throwing() implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of();
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            throw new IllegalStateException("boom");
        }
    }

    @Test
    void a_metric_cannot_hide_a_value_of_the_trainings() {
        assertThat(run.measure(new Named("eval/mine"))).hasSize(1);
        assertThatThrownBy(() -> run.measure(new Named("loss/d")))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("metric " + Named.class.getName()
                        + " measured 'loss/d'; the name of a measurement begins with eval/");
    }

    @Test
    void a_metric_cannot_measure_what_it_does_not_describe() {
        assertThatThrownBy(() -> run.measure(new Named("eval/other")))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("metric " + Named.class.getName()
                        + " measured 'eval/other', which its info() does not describe; it describes [eval/mine]");
    }

    @Test
    void a_metric_that_breaks_is_named() {
        assertThatThrownBy(() -> run.measure(new Throwing()))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("metric " + Throwing.class.getName() + " failed: java.lang.IllegalStateException: boom");
    }

    record ThrowingControls() implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of();
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of();
        }

        @Override
        public List<Measurement> controls(Subject subject) {
            throw new IllegalStateException("boom");
        }
    }

    @Test
    void a_fault_in_controls_is_told_with_the_metric_too() {
        assertThatThrownBy(() -> run.measureWithControls(new ThrowingControls()))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("metric " + ThrowingControls.class.getName()
                        + " failed: java.lang.IllegalStateException: boom");
    }
}
