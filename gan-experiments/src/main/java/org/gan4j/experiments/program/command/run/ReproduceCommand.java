package org.gan4j.experiments.program.command.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.program.command.result.RunArgument;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.reproduce.ReproductionRenderer;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/** {@code gan reproduce}: finds the reproduction that is named, gives it its keys, runs it, and prints its result. */
@Usage(
        value = "reproduces what the paper states or shows; exit code 1 if it is not reproduced",
        arguments = "WHAT [key=value...]",
        point = "reproduction",
        examples = {
            "gan reproduce theory",
            "gan reproduce theory mean=-1.5 sd=0.7 seed=3",
            "gan reproduce theory --json",
            "gan reproduce table1 --run latest",
            "gan reproduce table1 recipe=mnist epochs=1 --seeds 3",
            "gan reproduce fig1 seed=2",
            "gan reproduce fig2 --run latest",
            "gan reproduce fig3 recipe=fashion-mini",
            "gan reproduce equilibrium --run latest",
            "gan reproduce d-first mean=4 sd=0.5",
            "gan reproduce conditional",
            "gan reproduce semi-supervised --run latest",
            "gan reproduce inpainting --run latest hide=left"
        })
public record ReproduceCommand(
        @Param(
                value = "[]",
                doc = "finished runs to look at, where it looks at trained nets: folders, names, or latest")
        List<String> run,

        @Param(value = "0", min = 0, doc = "train with this many seeds, 1, 2, …; 0 leaves the seed to the settings")
        int seeds,

        @Param(value = "reproduced", doc = "folder for files")
        Path out,

        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs)
        implements Command {
    private static final String NAME = "name";

    @Override
    public int run(Context context) {
        List<String> arguments = context.arguments();
        if (arguments.isEmpty()) {
            throw new InvalidInput(
                    "gan reproduce",
                    "name what to reproduce (" + Extensions.of(context).hint(Reproduction.POINT, "") + ")");
        }
        List<String> keys = new ArrayList<>(arguments.subList(1, arguments.size()));
        List<String> settings = settings(context, arguments.get(0), keys);
        Problems problems = new Problems();
        Setting setting = setting(arguments.get(0), keys, problems);
        var reproduction = Extensions.of(context).part(Reproduction.POINT, "", setting, problems);
        problems.throwIfAny();
        Reproduction found = reproduction.orElseThrow().value();
        if (!(found instanceof RunReproduction)) {
            requireNoRuns(arguments.get(0));
        }
        ReproductionRequest request = request(context, settings);
        if (context.dryRun()) {
            found.plan(request).forEach(context::print);
            return 0;
        }
        ReproductionRenderer rendered = new ReproductionRenderer(found.run(request));
        rendered.text().forEach(context::print);
        context.result(rendered.document());
        return rendered.exitCode();
    }

    private ReproductionRequest request(Context context, List<String> settings) {
        List<RunFolder> folders =
                run.stream().map(name -> RunArgument.find(name, runs)).toList();
        return new ReproductionRequest(
                Extensions.of(context), LocalRunner.of(context), folders, seeds, settings, out, context::note);
    }

    private void requireNoRuns(String name) {
        if (!run.isEmpty() || seeds > 0) {
            throw new InvalidInput(
                    run.isEmpty() ? "--seeds " + seeds : "--run " + String.join(",", run),
                    name + " does not look at trained nets, so it takes neither --run nor --seeds");
        }
    }

    /** Takes the settings of the experiment out of the keys of a reproduction that looks at trained nets. */
    private static List<String> settings(Context context, String name, List<String> keys) {
        Optional<Contribution> named = Extensions.of(context).contributions(Reproduction.POINT.id()).stream()
                .filter(reproduction -> reproduction.name().equals(name))
                .filter(reproduction -> RunReproduction.class.isAssignableFrom(reproduction.type()))
                .findFirst();
        List<String> settings = new ArrayList<>();
        named.ifPresent(reproduction -> {
            Set<String> own = Parameter.of(reproduction.type()).stream()
                    .map(Parameter::name)
                    .collect(Collectors.toSet());
            keys.stream()
                    .filter(key -> key.contains("=") && !own.contains(key.substring(0, key.indexOf('='))))
                    .forEach(settings::add);
            keys.removeAll(settings);
        });
        return settings;
    }

    private static Setting setting(String name, List<String> keys, Problems problems) {
        Map<String, Setting> fields = new LinkedHashMap<>();
        fields.put(NAME, new Setting.Text(name, name));
        for (String argument : keys) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                problems.add(argument, "what follows '" + name + "' is written key=value");
                continue;
            }
            String key = argument.substring(0, equals);
            Setting value = Setting.parse(argument.substring(equals + 1), argument);
            if (fields.putIfAbsent(key, value) != null) {
                problems.add(
                        argument, key.equals(NAME) ? "unknown key '" + NAME + "'" : "'" + key + "' is given twice");
            }
        }
        return new Setting.Fields(fields, name);
    }
}
