package org.gan4j.tensorflow.host;

import java.util.List;
import org.bytedeco.javacpp.Loader;

/** Finds out, as far as possible, why TensorFlow does not see a GPU. */
final class GpuLibraries {
    /** The libraries that TensorFlow 2.18 opens at run time, the driver first. */
    private static final List<String> NEEDED = List.of(
            "libcuda.so.1",
            "libcudart.so.12",
            "libcublas.so.12",
            "libcublasLt.so.12",
            "libcufft.so.11",
            "libcusolver.so.11",
            "libcusparse.so.12",
            "libcudnn.so.9");

    private static final String DRIVER = NEEDED.get(0);
    private static final String GPU_NATIVES =
            "/org/tensorflow/internal/c_api/linux-x86_64-gpu/libtensorflow_framework.so.2";

    private GpuLibraries() {}

    /** Explains why this machine cannot use a GPU, and the remedy. */
    static String explain(int wanted, List<Integer> seen) {
        boolean natives = Loader.class.getResource(GPU_NATIVES) != null;
        return explain(wanted, seen, natives, seen.isEmpty() && natives ? missing() : List.of());
    }

    static String explain(int wanted, List<Integer> seen, boolean gpuNatives, List<String> missing) {
        String problem = "gpu:" + wanted + " cannot be used: ";
        if (!seen.isEmpty()) {
            return problem + "TensorFlow sees the GPUs " + seen + "; choose one of them";
        }
        if (!gpuNatives) {
            return problem
                    + "this build carries TensorFlow for the CPU only; build with mvn -Pgpu package, or use device=cpu";
        }
        if (missing.contains(DRIVER)) {
            return problem + "the NVIDIA driver is missing (" + DRIVER + "); install it, or use device=cpu";
        }
        if (!missing.isEmpty()) {
            return problem + "missing " + String.join(", ", missing)
                    + "; install CUDA 12 and cuDNN 9 and name their folders in LD_LIBRARY_PATH, or use device=cpu";
        }
        return problem + "TensorFlow sees no GPU though its libraries load; see whether nvidia-smi lists one";
    }

    /** Returns the libraries that the dynamic loader does not find in LD_LIBRARY_PATH and its usual folders. */
    private static List<String> missing() {
        return NEEDED.stream().filter(name -> !loads(name)).toList();
    }

    static boolean loads(String library) {
        Devices.loadNatives();
        try {
            Loader.loadGlobal(library);
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }
}
