package org.gan4j.experiments.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Run;

/** A backend that counts how often its runs are asked for something. */
public final class AskedBackend implements Backend {
    private final Backend backend;
    private final Map<String, Integer> questions = new HashMap<>();

    private AskedBackend(Backend backend) {
        this.backend = backend;
    }

    /** Returns the experiment with a backend that counts, and otherwise is that of the experiment. */
    public static Experiment counting(Experiment experiment) {
        return experiment.toBuilder()
                .backend(new AskedBackend(experiment.parts().backend().value()))
                .build();
    }

    /** Returns how often a method of a run was called since this was last asked. */
    public static int asked(Experiment experiment, String method) {
        AskedBackend backend = (AskedBackend) experiment.parts().backend().value();
        Integer times = backend.questions.remove(method);
        return times == null ? 0 : times;
    }

    @Override
    public Run open(Experiment experiment) {
        Run run = backend.open(experiment);
        return (Run) Proxy.newProxyInstance(
                getClass().getClassLoader(), run.getClass().getInterfaces(), (proxy, method, arguments) -> {
                    questions.merge(method.getName(), 1, Integer::sum);
                    return call(run, method, arguments);
                });
    }

    private static Object call(Run run, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(run, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Map<String, String> versions() {
        return backend.versions();
    }

    @Override
    public List<Check> check() {
        return backend.check();
    }
}
