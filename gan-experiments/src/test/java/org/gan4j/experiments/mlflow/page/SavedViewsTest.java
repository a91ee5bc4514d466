package org.gan4j.experiments.mlflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.Test;

class SavedViewsTest {
    private static String view(Map<String, String> keys) {
        return SavedViews.tags(Runs.run("uid"), 0, keys, 5000).get("mlflow.sharedViewState." + SavedViews.LOSSES);
    }

    @Test
    void mean_logits_have_a_chart_where_a_run_measured_them() {
        assertThat(view(Map.of())).contains("d/real").doesNotContain("logit/real");
        // The chart of D stays: other arms of the experiment may have it.
        assertThat(view(Map.of("logit/difference", "logit/difference")))
                .contains("d/real")
                .contains("Logits of D on real and on generated examples")
                .contains("logit/real");
    }
}
