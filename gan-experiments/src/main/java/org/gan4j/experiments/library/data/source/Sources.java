package org.gan4j.experiments.library.data.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.experiments.library.data.files.FileSet;

/** Which sources a {@code --from} stands for. */
final class Sources {
    private static final List<String> KNOWN = List.of("auto", "mirror", "npm", "apt");
    private static final String OWN = "dir:";

    private Sources() {}

    /**
     * The sources to try, in order.
     *
     * @throws InvalidInput if there is no such source, or it does not have this set
     */
    static List<Source> of(String from, FileSet set, Map<String, String> environment) {
        if (from.startsWith(OWN) && from.length() > OWN.length()) {
            return List.of(new OwnFolder(path(from)));
        }
        List<Source> found =
                switch (from) {
                    case "auto" ->
                        Stream.of(mirrors(set, environment), npm(set), apt(set))
                                .flatMap(sources -> sources)
                                .toList();
                    case "mirror" -> mirrors(set, environment).toList();
                    case "npm" -> npm(set).toList();
                    case "apt" -> apt(set).toList();
                    default ->
                        throw new InvalidInput(
                                "--from",
                                "unknown source '" + from + "', " + Nearest.hint(from, KNOWN) + " or dir:PATH");
                };
        if (found.isEmpty() && from.equals("auto")) {
            throw new InvalidInput(
                    set.name(),
                    "is not public, so nothing can be fetched: ask its owners for " + set.fileNames()
                            + ", put it into a folder and run: gan data fetch " + set.name() + " --from dir:FOLDER");
        } else if (found.isEmpty()) {
            throw new InvalidInput(
                    "--from " + from, "it does not have " + set.name() + "; leave --from out, or use dir:PATH");
        }
        return found;
    }

    private static Path path(String from) {
        String text = from.substring(OWN.length());
        return text.equals("~") || text.startsWith("~/")
                ? Path.of(System.getProperty("user.home") + text.substring(1))
                : Path.of(text);
    }

    private static Stream<Source> npm(FileSet set) {
        return set.npm().<Source>map(spec -> new Npm("npm", spec)).stream();
    }

    private static Stream<Source> apt(FileSet set) {
        return set.debian().<Source>map(Apt::new).stream();
    }

    /** The house's list, or in its place the folders of {@code GAN_MIRROR}, each with a folder for every set. */
    private static Stream<Source> mirrors(FileSet set, Map<String, String> environment) {
        String named = environment.getOrDefault("GAN_MIRROR", "");
        Stream<String> addresses = named.isBlank()
                ? listed(set)
                : Arrays.stream(named.strip().split("[\\s,]+"))
                        .map(base -> base.replaceAll("/+$", "") + "/" + set.name() + "/");
        return addresses.map(address -> new Mirror(address(address), environment));
    }

    private static URI address(String text) {
        return Optional.of(text)
                .filter(address -> address.matches("https?://[^\\s/]+/\\S*"))
                .map(URI::create)
                .orElseThrow(() -> new InvalidInput(
                        "GAN_MIRROR", "'" + text + "' is no address that begins with http:// or https://"));
    }

    private static Stream<String> listed(FileSet set) {
        try (InputStream in = Sources.class.getResourceAsStream("mirrors.txt")) {
            String list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return list.lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals(set.name()))
                    .map(words -> words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
