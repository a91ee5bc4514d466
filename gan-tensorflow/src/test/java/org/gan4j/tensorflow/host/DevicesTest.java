package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Arithmetic;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Check;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("tensorflow")
class DevicesTest {
    @Test
    void cpu_is_cpu_and_hides_every_gpu_from_the_session() {
        Device cpu = Devices.of("cpu");
        assertThat(cpu.name()).isEqualTo("cpu");
        assertThat(cpu.config(1).getDeviceCountOrDefault("GPU", -1)).isZero();
    }

    @Test
    void auto_takes_a_gpu_if_there_is_one() {
        assertThat(Devices.of("auto").name()).startsWith(Devices.gpus().isEmpty() ? "cpu" : "gpu:");
    }

    @Test
    void tensorflow_sees_a_cpu() {
        assertThat(Devices.names()).anyMatch(name -> name.endsWith("CPU:0"));
    }

    @Test
    void an_unknown_device_is_refused_with_the_valid_ones() {
        assertThatThrownBy(() -> Devices.of("tpu"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("device: 'tpu' is not a device; choose auto, cpu or gpu:0");
    }

    @Test
    void a_gpu_that_is_not_there_is_refused_with_what_is_missing_and_the_remedy() {
        assumeTrue(Devices.gpus().isEmpty(), "this machine has a GPU");
        assertThatThrownBy(() -> Devices.of("gpu:0"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gpu:0 cannot be used: ")
                .hasMessageContaining("use device=cpu");
    }

    @Test
    void each_thing_that_may_be_missing_has_a_message_of_its_own() {
        assertThat(GpuLibraries.explain(3, List.of(0, 1), true, List.of()))
                .isEqualTo("gpu:3 cannot be used: TensorFlow sees the GPUs [0, 1]; choose one of them");
        assertThat(GpuLibraries.explain(0, List.of(), false, List.of()))
                .contains("carries TensorFlow for the CPU only; build with mvn -Pgpu package");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of("libcuda.so.1", "libcudnn.so.9")))
                .contains("the NVIDIA driver is missing (libcuda.so.1)");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of("libcublas.so.12", "libcudnn.so.9")))
                .contains("missing libcublas.so.12, libcudnn.so.9; install CUDA 12 and cuDNN 9");
        assertThat(GpuLibraries.explain(0, List.of(), true, List.of())).contains("nvidia-smi");
    }

    @Test
    void a_library_counts_as_present_if_the_dynamic_loader_finds_it() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "names of libraries are those of Linux");
        assertThat(GpuLibraries.loads("libc.so.6")).isTrue();
        assertThat(GpuLibraries.loads("libthere-is-none.so.1")).isFalse();
    }

    @Test
    void a_gpu_is_named_by_its_model_where_all_are_alike(@TempDir Path driver) throws IOException {
        assertThat(GpuModels.common(driver.resolve("none"))).isEmpty();
        describe(driver.resolve("0000:01:00.0"), "NVIDIA A100");
        describe(driver.resolve("0000:02:00.0"), "NVIDIA A100");
        assertThat(GpuModels.common(driver)).contains("NVIDIA A100");
        describe(driver.resolve("0000:03:00.0"), "NVIDIA T4");
        assertThat(GpuModels.common(driver)).isEmpty();
    }

    @Test
    void bfloat16_needs_a_processor_that_lists_it(@TempDir Path folder) throws IOException {
        assertThat(Bfloat16.missing(processor(folder, "flags\t\t: fpu sse avx512f avx512_bf16")))
                .isEmpty();
        assertThat(Bfloat16.missing(processor(folder, "flags\t\t: fpu amx_bf16 amx_tile")))
                .isEmpty();
        assertThat(Bfloat16.missing(processor(folder, "Features\t: fp asimd bf16 i8mm")))
                .isEmpty();
        assertThat(Bfloat16.missing(processor(folder, "flags\t\t: fpu avx2\nbugs\t\t: avx512_bf16")))
                .isEqualTo("this processor has none of avx512_bf16, amx_bf16, bf16, so bfloat16 would be imitated, more"
                        + " slowly than float32");
        assertThat(Bfloat16.missing(folder.resolve("none"))).contains("cannot be read");
    }

    private static Path processor(Path folder, String abilities) throws IOException {
        return Files.writeString(folder.resolve("cpuinfo"), "model name\t: some\n" + abilities + "\n");
    }

    @Test
    void a_device_is_refused_only_for_what_it_would_imitate(@TempDir Path folder) throws IOException {
        Device gpu = new Device("gpu:0", 0);
        Device cpu = new Device("cpu", Device.NO_GPU);
        gpu.require(new Arithmetic(Precision.BFLOAT16, false));
        cpu.require(new Arithmetic(Precision.FLOAT32, false));
        cpu.require(new Arithmetic(Precision.BFLOAT16, true));
        Path old = processor(folder, "flags\t\t: fpu avx2");
        assertThatThrownBy(() -> cpu.require(new Arithmetic(Precision.BFLOAT16, false), old))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("precision: this processor has none of ")
                .hasMessageEndingWith("; use precision=float32, or precision.force=true to have it all the same");
    }

    @Test
    void a_gpu_says_in_what_it_departs_from_the_processor() {
        assertThat(Devices.departures(Map.of("TF_DETERMINISTIC_OPS", "1", "NVIDIA_TF32_OVERRIDE", "0")))
                .isEmpty();
        assertThat(Devices.departures(Map.of("TF_DETERMINISTIC_OPS", "true", "NVIDIA_TF32_OVERRIDE", "1")))
                .isEqualTo(", float32 is TensorFloat-32");
        assertThat(Devices.departures(Map.of())).isEqualTo(", bits do not repeat, float32 is TensorFloat-32");
    }

    private static void describe(Path gpu, String model) throws IOException {
        Files.writeString(
                Files.createDirectory(gpu).resolve("information"), "Model: \t\t " + model + "\nIRQ:   \t\t 11\n");
    }

    @Test
    void the_checks_say_version_and_devices() {
        List<Check> checks = Natives.check();
        assertThat(checks).allMatch(Check::ok);
        assertThat(checks.get(0).detail()).isEqualTo("version 2.18.0");
        assertThat(checks.get(1).detail()).contains("CPU:0");
    }
}
