package org.gan4j.tensorflow.host;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TFE_NewContext;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.PointerScope;
import org.gan4j.api.problem.InvalidInput;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;

/** Finds the devices of TensorFlow, and the one that a user asks for. */
public final class Devices {
    private static final Pattern WANTED = Pattern.compile("gpu(?::(\\d+))?");
    private static final Pattern SEEN_GPU = Pattern.compile(".*GPU:(\\d+)");

    private Devices() {}

    /**
     * Returns the device of a setting; {@code auto} takes a GPU if there is one.
     *
     * @throws InvalidInput if the setting is not auto, cpu or gpu:N, or names a GPU that cannot be used; the message
     * says what is missing
     */
    public static Device of(String setting) {
        if (setting.equals("cpu")) {
            return new Device("cpu", Device.NO_GPU);
        }
        if (setting.equals("auto")) {
            List<Integer> gpus = gpus();
            return gpus.isEmpty() ? new Device("cpu", Device.NO_GPU) : gpu(gpus.get(0));
        }
        Matcher wanted = WANTED.matcher(setting);
        if (!wanted.matches()) {
            throw new InvalidInput("device", "'" + setting + "' is not a device; choose auto, cpu or gpu:0");
        }
        int number = wanted.group(1) == null ? 0 : Integer.parseInt(wanted.group(1));
        List<Integer> gpus = gpus();
        if (!gpus.contains(number)) {
            throw new InvalidInput("device", GpuLibraries.explain(number, gpus));
        }
        return gpu(number);
    }

    private static Device gpu(int number) {
        String model = GpuModels.common().map(name -> " (" + name + ")").orElse("");
        return new Device("gpu:" + number + model + departures(System.getenv()), number);
    }

    /**
     * Returns in what a GPU departs from the processor. TensorFlow's kernels for GPUs repeat their bits, and multiply in float32,
     * only if the environment says so before the natives load; {@code bin/gan} sees to both.
     */
    static String departures(Map<String, String> environment) {
        String departures = "";
        if (!Set.of("1", "true").contains(environment.getOrDefault("TF_DETERMINISTIC_OPS", ""))) {
            departures += ", bits do not repeat";
        }
        if (!environment.getOrDefault("NVIDIA_TF32_OVERRIDE", "").equals("0")) {
            departures += ", float32 is TensorFloat-32";
        }
        return departures;
    }

    /** Returns the numbers of the GPUs that TensorFlow can use. */
    static List<Integer> gpus() {
        List<Integer> gpus = new ArrayList<>();
        for (String name : names()) {
            Matcher seen = SEEN_GPU.matcher(name);
            if (seen.matches()) {
                gpus.add(Integer.valueOf(seen.group(1)));
            }
        }
        return gpus;
    }

    /** Returns TensorFlow's names of all devices, such as {@code /job:localhost/replica:0/task:0/device:CPU:0}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        loadNatives();
        Notices.without(() -> names.addAll(listed()));
        return names;
    }

    /** Loads the natives, those that load further libraries and drop printed lines included. */
    static void loadNatives() {
        TensorFlow.version();
    }

    @SuppressWarnings("try") // The scope frees what is made within it.
    private static List<String> listed() {
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            TFE_Context context = TFE_NewContext(TFE_ContextOptions.newContextOptions(), status);
            status.throwExceptionIfNotOK();
            TF_DeviceList devices = TFE_ContextListDevices(context, status);
            status.throwExceptionIfNotOK();
            List<String> names = new ArrayList<>();
            for (int i = 0; i < TF_DeviceListCount(devices); i++) {
                names.add(TF_DeviceListName(devices, i, status).getString());
            }
            return names;
        }
    }
}
