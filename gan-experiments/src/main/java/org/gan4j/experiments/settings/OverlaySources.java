package org.gan4j.experiments.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.overlay.Overlay;
import org.gan4j.experiments.settings.overlay.SettingChoices;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.experiments.settings.overlay.YamlReader;
import org.gan4j.registry.Extensions;

/** Reads a recipe or a file, and what it names as its base, into overlays. */
record OverlaySources(Extensions extensions, Problems problems) {
    private static final String BASE = "recipe";

    /** The source that a name stands for: the recipe or file as messages name it, and its YAML. */
    private record Source(String place, String yaml) {}

    /** The overlays that a recipe or file comes to, its base first; fewer, with problems added, if one is not found. */
    List<Overlay> read(String recipeOrFile) {
        List<Overlay> overlays = new ArrayList<>();
        read(recipeOrFile, recipeOrFile, new LinkedHashSet<>(), overlays);
        return overlays;
    }

    /** Returns the name of a recipe or file in messages. */
    String place(String recipeOrFile) {
        return isRecipe(recipeOrFile) ? "recipe " + recipeOrFile : recipeOrFile;
    }

    private void read(String name, String where, Set<String> path, List<Overlay> overlays) {
        if (!path.add(name)) {
            problems.add(
                    where,
                    "recipe '" + name + "' has itself as its base: " + String.join(" on ", path) + " on " + name);
            return;
        }
        Optional<Source> source = isRecipe(name) ? recipe(name) : file(name, where);
        if (source.isEmpty()) {
            return;
        }
        Setting.Fields document =
                YamlReader.read(source.get().yaml(), source.get().place(), problems);
        Overlay overlay = Overlay.of(document, problems);
        SettingChoices base = overlay.values().remove(BASE);
        if (base != null) {
            read(SettingText.of(base.options().get(0)), base.where(), path, overlays);
        }
        overlays.add(overlay);
    }

    private boolean isRecipe(String name) {
        return extensions.contribution(Recipe.POINT, name).isPresent();
    }

    private Optional<Source> recipe(String name) {
        return extensions
                .part(Recipe.POINT, BASE, new Setting.Text(name, name), problems)
                .map(Part::value)
                .map(recipe -> new Source(place(name), recipe.yaml()));
    }

    private Optional<Source> file(String name, String where) {
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                problems.add(where, "'" + name + "' is a folder; expected a recipe or a YAML file");
            } else if (Files.exists(file)) {
                return text(file, where).map(yaml -> new Source(name, yaml));
            } else if (looksLikeFile(name)) {
                problems.add(where, "there is no file '" + name + "'");
            } else {
                problems.add(
                        where,
                        "unknown recipe '" + name + "', " + extensions.hint(Recipe.POINT, name)
                                + "; a file is named with its ending, such as my.yaml");
            }
        } catch (CharacterCodingException e) {
            problems.add(where, "'" + name + "' is not text in UTF-8");
        } catch (IOException | InvalidPathException e) {
            problems.add(where, "'" + name + "' cannot be read: " + e);
        }
        return Optional.empty();
    }

    /** Returns the text of a file; nothing, with a problem added, where it is too large. */
    private Optional<String> text(Path file, String where) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Limits.FILE_BYTES + 1);
            if (bytes.length > Limits.FILE_BYTES) {
                problems.add(
                        where,
                        "'" + file + "' is larger than the " + Limits.FILE_BYTES + " bytes that a YAML file may have");
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        }
    }

    private static boolean looksLikeFile(String name) {
        return name.contains("/") || name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
