package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.junit.jupiter.api.Test;

class TrackersTest {
    /** A tracker that a plug-in adds. */
    public static class Notebook extends Deaf {}

    /** A tracker that was told no address. */
    public static final class Nowhere extends Notebook {
        @Override
        public Optional<String> destination() {
            return Optional.empty();
        }
    }

    /** A tracker that cannot even be built. */
    public static final class Broken extends Notebook {
        public Broken() {
            throw new IllegalStateException("no such library");
        }
    }

    private static final class Module extends GanModule {
        @Override
        protected void configure() {
            tracker("broken", Broken.class);
            tracker("notebook", Notebook.class);
            tracker("nowhere", Nowhere.class);
        }
    }

    @Test
    void those_that_have_somewhere_to_deliver_to_are_active() {
        Extensions extensions = Extensions.of(List.of(new Plugin(new Module())), List.of(), List.of());

        assertThat(Trackers.active(extensions)).hasExactlyElementsOfTypes(Notebook.class);
    }

    @Test
    void a_tracker_without_an_address_of_its_own_is_told_apart_by_its_class() {
        assertThat(new Notebook().destination()).contains(Notebook.class.getName());
    }
}
