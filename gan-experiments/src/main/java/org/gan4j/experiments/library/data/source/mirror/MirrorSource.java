package org.gan4j.experiments.library.data.source.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.part.About;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;

/** The known mirrors, or in their place the folders of {@code GAN_MIRROR}, each with a folder for every set. */
@About("web folders that hold the files: the known ones, or those of GAN_MIRROR")
public record MirrorSource() implements DataSource {
    @Override
    public List<Attempt> attempts(FileSet set, Map<String, String> environment) {
        String named = environment.getOrDefault("GAN_MIRROR", "");
        Stream<String> addresses = named.isBlank()
                ? known(set)
                : Arrays.stream(named.strip().split("[\\s,]+"))
                        .map(base -> base.replaceAll("/+$", "") + "/" + set.name() + "/");
        return addresses
                .<Attempt>map(address -> new Mirror(address(address), environment))
                .toList();
    }

    private static URI address(String text) {
        return Optional.of(text)
                .filter(address -> address.matches("https?://[^\\s/]+/\\S*"))
                .map(URI::create)
                .orElseThrow(() -> new InvalidInput(
                        "GAN_MIRROR", "'" + text + "' is not an address that begins with http:// or https://"));
    }

    private static Stream<String> known(FileSet set) {
        try (InputStream in = MirrorSource.class.getResourceAsStream("mirrors.txt")) {
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
