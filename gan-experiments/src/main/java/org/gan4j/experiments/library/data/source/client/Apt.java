package org.gan4j.experiments.library.data.source.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.DebianPackage;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.Intake;

/** The Debian package of a set, as installed, or else downloaded and unpacked beside; neither needs to be root. */
record Apt(DebianPackage debian) implements Attempt {
    @Override
    public String description() {
        return "apt-get download " + debian.name();
    }

    @Override
    public void fetch(FileSet set, Path folder) throws Unavailable {
        if (Files.isDirectory(Path.of(debian.folder()))) {
            Intake.acceptAll(set, Path.of(debian.folder()), folder);
            return;
        }
        PackageClient.run(folder, List.of("apt-get", "download", debian.name()));
        Path unpacked = folder.resolve("unpacked");
        PackageClient.run(folder, List.of("dpkg-deb", "-x", archive(folder).toString(), unpacked.toString()));
        Intake.acceptAll(set, unpacked.resolve(debian.folder().substring(1)), folder);
    }

    private Path archive(Path folder) throws Unavailable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow(() -> new Unavailable("apt-get did not write a file " + debian.name() + "_….deb"));
        } catch (IOException e) {
            throw new Unavailable(folder + " cannot be listed: " + e, e);
        }
    }
}
