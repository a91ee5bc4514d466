package org.gan4j.tensorflow;

import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.About;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Run;
import org.gan4j.tensorflow.host.Device;
import org.gan4j.tensorflow.host.Devices;
import org.gan4j.tensorflow.host.Natives;
import org.tensorflow.TensorFlow;

/** Trains an experiment as one TensorFlow graph, on the CPU or a GPU. */
@About("TensorFlow, in one graph, on the CPU or a GPU")
public record TensorFlowBackend() implements Backend {
    @Override
    public Run open(Experiment experiment) {
        Device device = Devices.of(experiment.device());
        device.require(experiment.arithmetic());
        return TensorFlowRun.open(experiment, device);
    }

    /** Small nets leave most of the machine idle. A limit in minutes buys fewer steps beside other runs. */
    @Override
    public int runsAtATime(Experiment experiment) {
        boolean beside =
                experiment.budget().minutes() == 0 && StepSize.of(experiment).isSmall();
        return beside ? Runtime.getRuntime().availableProcessors() : 1;
    }

    @Override
    public List<Check> check() {
        return Natives.check();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("tensorflow", TensorFlow.version());
    }
}
