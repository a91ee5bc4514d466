package org.gan4j.experiments.library.data.fetch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;
import org.gan4j.experiments.library.data.source.client.AptSource;
import org.gan4j.experiments.library.data.source.client.NpmSource;
import org.gan4j.experiments.library.data.source.mirror.MirrorSource;
import org.gan4j.registry.Extensions;

/**
 * The sources that a {@code --from} stands for.
 *
 * @param from    as the user wrote it
 * @param sources in the order in which they are tried
 */
public record SourceChoice(String from, List<DataSource> sources) {
    private static final String ANY = "auto";

    /** The built-in sources that need no setting. Sources of plug-ins are used only where the user names them. */
    public static final SourceChoice AUTO =
            new SourceChoice(ANY, List.of(new MirrorSource(), new NpmSource(), new AptSource()));

    public SourceChoice {
        sources = List.copyOf(sources);
    }

    /**
     * Reads {@code auto}, {@code NAME} or {@code NAME:VALUE}.
     *
     * @throws InvalidInput if there is no such source, or its value is missing or not right
     */
    public static SourceChoice of(String from, Extensions extensions) {
        if (from.equals(ANY)) {
            return AUTO;
        }
        String[] words = from.split(":", 2);
        Contribution named = extensions
                .contribution(DataSource.POINT, words[0])
                .filter(source -> takes(source, words))
                .orElseThrow(() -> new InvalidInput(
                        "--from", "unknown source '" + from + "', " + Nearest.hint(from, forms(extensions))));
        Map<String, Setting> fields = new LinkedHashMap<>();
        fields.put("name", new Setting.Text(words[0], "--from"));
        if (words.length > 1) {
            fields.put(Parameter.of(named.type()).get(0).name(), new Setting.Text(words[1], "--from"));
        }
        Problems problems = new Problems();
        List<DataSource> sources =
                extensions.part(DataSource.POINT, "source", new Setting.Fields(fields, "--from"), problems).stream()
                        .map(Part::value)
                        .toList();
        problems.throwIfAny();
        return new SourceChoice(from, sources);
    }

    private static boolean takes(Contribution source, String[] words) {
        List<Parameter> parameters = Parameter.of(source.type());
        return words.length > 1
                ? !parameters.isEmpty() && !words[1].isEmpty()
                : parameters.stream().noneMatch(Parameter::required);
    }

    private static List<String> forms(Extensions extensions) {
        Stream<String> named = extensions.contributions(DataSource.POINT.id()).stream()
                .map(source -> Parameter.of(source.type()).stream()
                        .filter(Parameter::required)
                        .findFirst()
                        .map(value -> source.name() + ":" + value.name().toUpperCase(Locale.ROOT))
                        .orElse(source.name()));
        return Stream.concat(Stream.of(ANY), named).toList();
    }

    /**
     * Returns the addresses to try, in order.
     *
     * @throws InvalidInput if none of the sources has the set
     */
    List<Attempt> attempts(FileSet set, Map<String, String> environment) {
        List<Attempt> attempts = sources.stream()
                .flatMap(source -> source.attempts(set, environment).stream())
                .toList();
        if (attempts.isEmpty() && from.equals(ANY)) {
            throw new InvalidInput(
                    set.name(),
                    "is not public, so nothing can be fetched: ask its owners for " + set.fileNames()
                            + ", put it into a folder and run: gan data fetch " + set.name() + " --from dir:FOLDER");
        } else if (attempts.isEmpty()) {
            throw new InvalidInput(
                    "--from " + from, "it does not have " + set.name() + "; leave --from out, or use dir:PATH");
        }
        return attempts;
    }
}
