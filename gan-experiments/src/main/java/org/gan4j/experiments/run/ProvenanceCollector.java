package org.gan4j.experiments.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gan4j.api.Dataset;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Part;
import org.gan4j.api.track.RunRecord;
import org.gan4j.digest.Digest;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;

/** Collects where a run comes from. */
public record ProvenanceCollector(Extensions extensions) {
    /** The record of a run that begins now. */
    public RunRecord ofRun(Experiment experiment, String name, String parent, String device) {
        return record(experiment, "run", name, parent, experiment.hash(), experiment.settings(), device);
    }

    /** The record of a comparison that begins now; its settings are those that all its cells share. */
    public RunRecord ofComparison(List<Experiment> cells, String name) {
        SortedMap<String, String> shared = new TreeMap<>(cells.get(0).settings());
        cells.forEach(cell -> shared.entrySet().retainAll(cell.settings().entrySet()));
        return record(cells.get(0), "comparison", name, "", hash(cells), shared, "");
    }

    /** The hash of a comparison, over those of its cells. */
    public static String hash(List<Experiment> cells) {
        return Digest.sha256(
                String.join("\n", cells.stream().map(Experiment::hash).toList()));
    }

    private RunRecord record(
            Experiment experiment,
            String kind,
            String name,
            String parent,
            String hash,
            SortedMap<String, String> settings,
            String device) {
        return new RunRecord(
                UUID.randomUUID().toString(),
                parent,
                kind,
                experiment.name(),
                name,
                hash,
                settings,
                experiment.parts().all().stream().map(ProvenanceCollector::part).toList(),
                data(experiment.parts().dataset()),
                extensions.plugins().stream().map(ProvenanceCollector::plugin).toList(),
                versions(experiment),
                commit(),
                device,
                experiment.seed(),
                System.currentTimeMillis(),
                experiment.parts().metrics().stream()
                        .flatMap(metric -> metric.value().info().stream())
                        .toList());
    }

    private static RunRecord.PartRecord part(Part<?> part) {
        return new RunRecord.PartRecord(
                part.key(),
                part.module().isEmpty() ? part.name() : "",
                part.type().getName(),
                part.module(),
                Digest.ofCodeSource(part.type()));
    }

    /** What an endless data set draws follows from its name, its parameters and, if gan4j did not ship it, its jar. */
    private static RunRecord.DataRecord data(Part<Dataset> part) {
        String shape = part.value().shape().toString();
        return part.value() instanceof Dataset.Finite finite
                ? new RunRecord.DataRecord(part.name(), finite.digest(), shape, finite.classes())
                : new RunRecord.DataRecord(part.name(), Digest.sha256(part.settings() + "\n" + part.jars()), shape, 0);
    }

    private static RunRecord.PluginRecord plugin(Plugin plugin) {
        return new RunRecord.PluginRecord(
                plugin.id(),
                plugin.version(),
                plugin.location().map(path -> path.getFileName().toString()).orElse(""),
                plugin.location().filter(Files::isRegularFile).isPresent()
                        ? Digest.ofCodeSource(plugin.module().getClass())
                        : "");
    }

    private static Map<String, String> versions(Experiment experiment) {
        Map<String, String> versions =
                new TreeMap<>(experiment.parts().backend().value().versions());
        String own = Experiment.class.getPackage().getImplementationVersion();
        versions.put("gan4j", own == null ? "unpackaged" : own);
        versions.put("java", System.getProperty("java.runtime.version"));
        versions.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        return versions;
    }

    /** The commit of the folder that the program was called from, marked when files differ from it; empty outside of git. */
    private static String commit() {
        String commit = git("rev-parse", "HEAD");
        return commit.isEmpty()
                        || git("status", "--porcelain", "--untracked-files=no").isEmpty()
                ? commit
                : commit + "-dirty";
    }

    private static String git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 ? output : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
