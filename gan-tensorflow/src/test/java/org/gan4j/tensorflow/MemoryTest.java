package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Player;
import org.gan4j.losses.Minimax;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That results are closed too is a matter of structure: ArchitectureTest lets one class alone touch them. */
@Tag("tensorflow")
class MemoryTest {
    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    @Test
    void every_tensor_that_goes_into_the_session_is_given_back() {
        try (TensorFlowRun run = Experiments.open(
                Experiments.ring().dataset(new RandomImages(100, 2)).addProbe(new Minimax(1)))) {
            use(run);
            long before = Pointer.totalCount();
            for (int i = 0; i < ROUNDS; i++) {
                use(run);
            }
            // Native objects that only the garbage collector would free. One forgotten per use would make at least 200.
            assertThat(Pointer.totalCount() - before).isLessThan(ROUNDS / 2);
        }
    }

    private void use(TensorFlowRun run) {
        run.advance(1);
        run.updateAlone(Player.GENERATOR);
        FloatTensor x = run.generate(run.latent(3, "z"));
        run.score(x);
        run.sampleGradient(run.real(3, "x"), x);
        run.real(3, "x");
        run.probe();
        run.weights();
        run.save(folder.resolve("checkpoint"));
        run.restore(folder.resolve("checkpoint"));
    }
}
