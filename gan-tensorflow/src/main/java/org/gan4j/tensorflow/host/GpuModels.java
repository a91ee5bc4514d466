package org.gan4j.tensorflow.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The models of this machine's GPUs as NVIDIA's driver for Linux reports them; TensorFlow's C interface does not. */
final class GpuModels {
    private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");
    private static final String MODEL = "Model:";

    private GpuModels() {}

    /**
     * Returns the model that all GPUs here share; empty where they differ, because CUDA may number them in another
     * order.
     */
    static Optional<String> common() {
        return common(DRIVER);
    }

    static Optional<String> common(Path driver) {
        Set<String> models = new TreeSet<>();
        try (Stream<Path> gpus = Files.list(driver)) {
            for (Path gpu : gpus.toList()) {
                Files.readAllLines(gpu.resolve("information")).stream()
                        .filter(line -> line.startsWith(MODEL))
                        .map(line -> line.substring(MODEL.length()).strip())
                        .forEach(models::add);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return models.size() == 1 ? Optional.of(models.iterator().next()) : Optional.empty();
    }
}
