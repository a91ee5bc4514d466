package org.gan4j.experiments.program.command.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.command.Context;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.program.project.PluginProject;
import org.gan4j.registry.Extensions;

/** {@code gan plugins new NAME}: the project of a plug-in to begin with. */
final class NewPlugin {
    private NewPlugin() {}

    /**
     * Writes the project; with {@code --dry-run} it only says which files.
     *
     * @param dir where to; empty is a folder of the plug-in's name
     */
    static int run(Context context, List<String> arguments, Path dir) {
        if (arguments.size() != 1) {
            throw new InvalidInput("gan plugins new", "takes one name, such as: gan plugins new soft-hinge");
        }
        PluginProject project = new PluginProject(arguments.get(0));
        requireFreeName(context, project.name());
        Path folder = dir.toString().isEmpty() ? Path.of(project.name()) : dir;
        PluginProject.requireRoom(folder);
        if (!context.dryRun()) {
            project.write(folder, version());
        }
        List<String> files = List.copyOf(project.files("").keySet());
        files.forEach(file -> context.print(folder.resolve(file).toString()));
        context.note("next: cd " + folder + " && mvn package; README.md describes the next steps");
        context.result(Map.of("dir", folder.toString(), "files", files));
        return 0;
    }

    /** A second loss of one name would be left out, and the first one verified and trained in its place. */
    private static void requireFreeName(Context context, String name) {
        if (Extensions.of(context).contribution(Loss.POINT, name).isPresent()) {
            throw new InvalidInput(name, "there is a loss of this name already; take another");
        }
    }

    /** The one whose contracts this program was built with. */
    private static String version() {
        String version = Experiment.class.getPackage().getImplementationVersion();
        if (version == null) {
            throw new WorkFailed(
                    "gan-api is not in its jar, so its version, which the project's pom needs, is not known");
        }
        return version;
    }
}
