package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.gan4j.api.Loss;
import org.gan4j.digest.Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.FrameworkWiring;

/** gan-api and gan-losses are bundles that Eclipse's own runtime accepts; the program itself does without one. */
class BundlesTest {
    private static final List<String> LIBRARIES = List.of(
            "guice-", "guava-", "failureaccess-", "jakarta.inject-api-", "org.apache.servicemix.bundles.aopalliance-");

    @TempDir
    Path storage;

    private Framework equinox;

    @BeforeEach
    void start() throws BundleException {
        equinox = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
        equinox.start();
        for (String library : LIBRARIES) {
            install(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(entry -> entry.getFileName().toString().startsWith(library))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(library)));
        }
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        equinox.stop();
        equinox.waitForStop(10_000);
    }

    /** A jar, or, within one build of all modules, a folder of classes. */
    private Bundle install(Path place) throws BundleException {
        return equinox.getBundleContext().installBundle("reference:" + place.toUri());
    }

    private Bundle install(Class<?> type) throws BundleException {
        return install(Digest.codeSource(type).orElseThrow());
    }

    private boolean resolves(Bundle bundle) {
        return equinox.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
    }

    @Test
    void the_losses_resolve_against_the_api() throws Exception {
        Bundle api = install(Loss.class);
        Bundle losses = install(Minimax.class);

        assertThat(resolves(losses)).isTrue();
        assertThat(api.getState()).isEqualTo(Bundle.RESOLVED);
        Class<?> minimax = losses.loadClass(Minimax.class.getName());
        assertThat(minimax).isNotSameAs(Minimax.class);
        assertThat(minimax.getInterfaces()).containsExactly(api.loadClass(Loss.class.getName()));
    }

    @Test
    void the_losses_do_not_resolve_alone() throws BundleException {
        assertThat(resolves(install(Minimax.class))).isFalse();
    }
}
