package org.gan4j.experiments.library.data.source.mirror;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.part.About;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;
import org.gan4j.experiments.net.Redaction;
import org.gan4j.experiments.net.WebAddress;

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

    private static WebAddress address(String text) {
        try {
            return WebAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("GAN_MIRROR", "'" + Redaction.ofAddress(text) + "' " + e.getMessage());
        }
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
