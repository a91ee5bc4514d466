package org.gan4j.experiments.library.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;
import org.gan4j.experiments.library.data.source.OwnFolder;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.junit.jupiter.api.Test;

class SourceChoiceTest {
    private static final FileSet SET = new FileSet("tiny", List.of(), Optional.of("tiny-data@1.0.0"), Optional.empty());

    record Bucket(@Param(doc = "its name") String bucket) implements DataSource {
        @Override
        public List<Attempt> attempts(FileSet set, Map<String, String> environment) {
            return List.of(new OwnFolder(Path.of("/" + bucket, set.name())));
        }
    }

    static final class BucketModule extends GanModule {
        @Override
        protected void configure() {
            contribute(DataSource.POINT, "bucket", Bucket.class);
        }
    }

    private final Extensions extensions = Extensions.of(
            List.of(new Plugin(new ExperimentsModule()), new Plugin(new BucketModule())), List.of(), List.of());

    private List<String> attempts(String from) {
        return SourceChoice.of(from, extensions).attempts(SET, Map.of("GAN_MIRROR", "http://near")).stream()
                .map(Attempt::description)
                .toList();
    }

    @Test
    void a_source_of_a_plugin_is_chosen_by_name_and_takes_its_parameter_after_a_colon() {
        assertThat(attempts("bucket:shared:data")).containsExactly("folder /shared:data/tiny");
    }

    @Test
    void auto_tries_the_built_in_sources_alone() {
        assertThat(attempts("auto")).containsExactly("http://near/tiny/", "npm pack tiny-data@1.0.0");
    }

    @Test
    void a_tilde_is_the_home_folder() {
        String home = System.getProperty("user.home");
        assertThat(attempts("dir:~/sets")).containsExactly("folder " + home + "/sets");
        assertThat(attempts("dir:~")).containsExactly("folder " + home);
    }

    @Test
    void what_is_not_a_source_is_answered_with_those_that_are_available() {
        for (String from : List.of("dir", "dir:", "npm:x", "nowhere")) {
            assertThatThrownBy(() -> attempts(from)).as(from).hasMessageContaining("unknown source '" + from + "', ");
        }
        assertThatThrownBy(() -> attempts("nowhere"))
                .hasMessageContainingAll("auto", "mirror", "npm", "apt", "dir:PATH", "bucket:BUCKET");
    }
}
