package org.gan4j.experiments.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.plugin.binding.Setting;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.reproduce.Reproduction;

/** {@code gan reproduce}: finds the reproduction that is named, gives it its keys, and runs it. */
@Usage(
        value = "what the paper states or shows, done again; exit code 1 if it does not come out",
        arguments = "WHAT [key=value...]",
        point = "reproduction",
        examples = {
            "gan reproduce theory",
            "gan reproduce theory mean=-1.5 sd=0.7 seed=3",
            "gan reproduce theory --json"
        })
public record ReproduceCommand() implements Command {
    private static final String NAME = "name";

    @Override
    public int run(Context context) throws Exception {
        List<String> arguments = context.arguments();
        if (arguments.isEmpty()) {
            throw new InvalidInput(
                    "gan reproduce",
                    "say what to reproduce (" + context.extensions().hint(Reproduction.POINT, "") + ")");
        }
        Problems problems = new Problems();
        Setting setting = setting(arguments.get(0), arguments.subList(1, arguments.size()), problems);
        var reproduction = context.extensions().part(Reproduction.POINT, "", setting, problems);
        problems.throwIfAny();
        return reproduction.map(Part::value).orElseThrow().run(context);
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
