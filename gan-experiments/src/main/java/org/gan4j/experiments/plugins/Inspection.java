package org.gan4j.experiments.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.plugins.jar.ApiRange;
import org.gan4j.experiments.plugins.jar.Linkage;

/** Inspects a unit without loading a class of it. */
final class Inspection {
    /** Libraries that were packed below the plug-in's own package: what they lack, they may never ask for. */
    private static final Pattern PACKED = Pattern.compile("(^|\\.)(shaded|shadow|relocated|repackaged|vendored)\\.");

    private static final Path MANIFEST = Path.of("META-INF", "MANIFEST.MF");

    private Inspection() {}

    /**
     * Returns the reason why a unit cannot be used, if there is one.
     *
     * @param modules its modules; their packages, and those below, are the plug-in's own
     */
    static Optional<String> fault(PluginArchive unit, Collection<String> modules) {
        try {
            for (Path jar : unit.jars()) {
                Optional<String> misfit = ApiRange.of(manifestOfApi()).misfit(manifest(jar));
                if (misfit.isPresent()) {
                    return misfit;
                }
            }
            return linkageFault(unit, own(modules));
        } catch (IOException | RuntimeException e) {
            return Optional.of(FailureText.of(e) + "; build it again, or download it again");
        }
    }

    /** Returns what the libraries within a unit lack; harmless as long as they do not ask for it. */
    static List<String> remarks(PluginArchive unit, Collection<String> modules) {
        try {
            return Linkage.gaps(read(unit, own(modules).negate()), finder(unit)).stream()
                    .map(gap -> "class " + gap.missing() + " is missing, which " + gap.user()
                            + " may ask for; fine if the plug-in never comes there")
                    .toList();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> linkageFault(PluginArchive unit, Predicate<String> own) throws IOException {
        List<Linkage.Entry> classes = read(unit, own);
        int here = Runtime.version().feature();
        Optional<Integer> newer = classes.stream()
                .map(entry -> entry.file().java())
                .filter(java -> java > here)
                .findFirst();
        if (newer.isPresent()) {
            return newer.map(FailureText::newerJava);
        }
        List<Linkage.Gap> gaps = Linkage.gaps(classes, finder(unit));
        return gaps.stream().findFirst().map(gap -> {
            String others = gaps.size() == 1 ? "" : " (and " + (gaps.size() - 1) + " more)";
            String remedy = own.test(gap.missing())
                    ? "the jar is incomplete, so build it again"
                    : FailureText.remedyForMissing(gap.missing());
            return "class " + gap.missing() + others + " is missing, which " + gap.user() + " needs; " + remedy;
        });
    }

    private static Predicate<String> own(Collection<String> modules) {
        List<String> packages = modules.stream()
                .map(module -> module.substring(0, module.lastIndexOf('.') + 1))
                .toList();
        return name -> packages.stream().anyMatch(name::startsWith)
                && !PACKED.matcher(name).find();
    }

    private static List<Linkage.Entry> read(PluginArchive unit, Predicate<String> wanted) throws IOException {
        List<Linkage.Entry> classes = new ArrayList<>();
        for (Path jar : unit.jars()) {
            classes.addAll(Linkage.read(jar, wanted));
        }
        return classes;
    }

    private static Predicate<String> finder(PluginArchive unit) {
        Map<String, Boolean> known = new HashMap<>();
        return name -> known.computeIfAbsent(name, unit::finds);
    }

    private static Manifest manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest() == null ? new Manifest() : file.getManifest();
        }
    }

    private static Manifest manifestOfApi() throws IOException {
        Optional<Path> api = Digest.codeSource(GanModule.class);
        if (api.isPresent() && Files.isRegularFile(api.get())) {
            return manifest(api.get());
        }
        Optional<Path> loose = api.map(folder -> folder.resolve(MANIFEST)).filter(Files::isRegularFile);
        if (loose.isEmpty()) {
            return new Manifest();
        }
        try (InputStream in = Files.newInputStream(loose.get())) {
            return new Manifest(in);
        }
    }
}
