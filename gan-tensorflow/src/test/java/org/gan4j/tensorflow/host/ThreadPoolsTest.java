package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadPoolsTest {
    private static final int ALL = Runtime.getRuntime().availableProcessors();

    @Test
    void small_operations_have_one_thread_where_each_session_has_a_pool_of_its_own() {
        for (String on : new String[] {"1", "true"}) {
            assertThat(ThreadPools.threads(true, Map.of(ThreadPools.OWN_POOLS, on)))
                    .isEqualTo(1);
        }
        assertThat(ThreadPools.threads(false, Map.of(ThreadPools.OWN_POOLS, "1")))
                .isEqualTo(ALL);
    }

    @Test
    void one_pool_for_all_sessions_has_all_processors() {
        assertThat(ThreadPools.threads(true, Map.of())).isEqualTo(ALL);
        assertThat(ThreadPools.threads(true, Map.of(ThreadPools.OWN_POOLS, "0")))
                .isEqualTo(ALL);
    }
}
