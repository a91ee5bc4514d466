package org.gan4j.experiments.program.command.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/**
 * The launcher that the arguments of {@code gan compare} name.
 *
 * @param name of the launcher
 * @param rest the arguments that are about the experiments
 */
record LauncherChoice(String name, Launcher launcher, List<String> rest) {
    private static final String KEY = Launcher.POINT.id();
    private static final String HERE = "local";

    static LauncherChoice of(Context context) {
        Problems problems = new Problems();
        Map<String, Setting> fields = new LinkedHashMap<>();
        fields.put("name", new Setting.Text(HERE, KEY));
        List<String> rest = new ArrayList<>();
        for (String argument : context.arguments()) {
            int equals = argument.indexOf('=');
            String key = equals < 0 ? "" : argument.substring(0, equals);
            if (key.equals(KEY)) {
                fields.put("name", new Setting.Text(argument.substring(equals + 1), argument));
            } else if (key.startsWith(KEY + ".")) {
                fields.put(key.substring(KEY.length() + 1), new Setting.Text(argument.substring(equals + 1), argument));
            } else {
                rest.add(argument);
            }
        }
        var part = Extensions.of(context).part(Launcher.POINT, KEY, new Setting.Fields(fields, KEY), problems);
        problems.throwIfAny();
        return new LauncherChoice(part.orElseThrow().name(), part.orElseThrow().value(), rest);
    }

    /** Returns whether this process runs the cells. */
    boolean isHere() {
        return name.equals(HERE);
    }

    /** Prints the job as it would be for a comparison of these experiments. */
    void print(Context context, List<Experiment> cells) {
        Path home = cells.get(0).runs().resolve(cells.get(0).name()).toAbsolutePath();
        launcher.job(new PlannedCells(home.resolve("COMPARISON"), cells.size()))
                .lines()
                .forEach(context::print);
    }

    /** Returns whether an engine works on the cells now. */
    boolean launch(Context context, RunFolder planned) throws IOException, InterruptedException {
        int count = ComparisonPlan.read(planned.cells()).size();
        return launcher.launch(new PlannedCells(planned.path().toAbsolutePath().normalize(), count), context::note);
    }
}
