package org.gan4j.experiments.settings.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRules;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.PartWriter;
import org.gan4j.binding.RangeCheck;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.fit.ExperimentCheck;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.registry.Extensions;

/** The rules for experiments that Java programs build: the checks that an experiment of a file passes too. */
record BuilderRules(Extensions extensions) implements ExperimentRules {
    /** The name is that of a folder. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    @Override
    public PartWriter writer() {
        return extensions.writer();
    }

    @Override
    public void check(Experiment experiment, Problems problems) {
        if (!NAME.matcher(experiment.name()).matches()) {
            problems.add("name", "'name' takes letters, digits and . _ -, not '" + experiment.name() + "'");
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        experiment.settings().forEach((key, text) -> settings.put(key, Setting.parse(text, key)));
        new RunNumbers(new FlatSettings(settings), problems).read();
        experiment.parts().all().forEach(part -> new RangeCheck(problems).check(part.key(), part.value()));
        ExperimentCheck check = new ExperimentCheck(
                new ExperimentCheck.Places("steps", UnaryOperator.identity(), UnaryOperator.identity()), problems);
        check.numbers(experiment.numbers());
        check.epochs(experiment.parts(), experiment.budget());
        check.best(experiment.parts(), experiment.cadence().keeping());
        check.shapes(experiment.parts());
        check.metrics(experiment.parts());
    }
}
