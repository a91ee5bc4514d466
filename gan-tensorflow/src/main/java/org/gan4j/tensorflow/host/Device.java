package org.gan4j.tensorflow.host;

import java.nio.file.Path;
import org.gan4j.api.experiment.Arithmetic;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.problem.InvalidInput;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/**
 * The device that a session runs on.
 *
 * @param name as recorded: {@code cpu}, or {@code gpu:0 (model)}; {@code gpu:0} where the model is not known
 * @param gpu  number of the GPU, or -1 for none
 */
public record Device(String name, int gpu) {
    static final int NO_GPU = -1;

    /**
     * Requires that this device computes in a number format by itself.
     *
     * @throws InvalidInput if it does not, and imitation is not forced
     */
    public void require(Arithmetic arithmetic) {
        require(arithmetic, Bfloat16.PROCESSOR);
    }

    void require(Arithmetic arithmetic, Path processor) {
        if (gpu != NO_GPU || arithmetic.force() || arithmetic.precision() == Precision.FLOAT32) {
            return;
        }
        String missing = Bfloat16.missing(processor);
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "precision", missing + "; use precision=float32, or precision.force=true to have it all the same");
        }
    }

    /**
     * Returns the session's settings.
     *
     * @param threads those that share the work of one operation
     */
    public ConfigProto config(int threads) {
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(ThreadPools.processors());
        if (gpu == NO_GPU) {
            return config.putDeviceCount("GPU", 0).build();
        }
        return config
                // Operations without a kernel for GPUs, such as those that write files, run on the CPU.
                .setAllowSoftPlacement(true)
                .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true).setVisibleDeviceList(Integer.toString(gpu)))
                .build();
    }
}
