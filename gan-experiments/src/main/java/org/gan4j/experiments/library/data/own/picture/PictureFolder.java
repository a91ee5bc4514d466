package org.gan4j.experiments.library.data.own.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;

/**
 * The pictures of a folder and of its subfolders, in the order of their names. Files with another ending than png, jpg and jpeg,
 * and hidden ones, are no pictures.
 *
 * @param key    the setting that names the folder
 * @param folder the folder
 */
public record PictureFolder(String key, Path folder) {
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");
    /** No folder of pictures is deeper than this; a link that leads up ends here. */
    private static final int DEEPEST = 20;

    /**
     * A picture.
     *
     * @param name path within the folder, with / between its parts
     */
    public record Picture(String name, Path file) {
        /** Returns the subfolder that the picture lies in, directly or deeper; empty for the folder itself. */
        String subfolder() {
            int slash = name.indexOf('/');
            return slash < 0 ? "" : name.substring(0, slash);
        }
    }

    /**
     * Returns all pictures.
     *
     * @throws InvalidInput if there is no such folder, or no picture in it
     */
    public List<Picture> pictures() {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInput(
                    key,
                    (Files.exists(folder) ? "this is a file, expected a folder: " : "there is no folder ")
                            + folder.toAbsolutePath().normalize());
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            List<Picture> found = files.filter(PictureFolder::isPicture)
                    .map(file -> new Picture(name(file), file))
                    .sorted(Comparator.comparing(Picture::name))
                    .toList();
            if (found.isEmpty()) {
                throw new InvalidInput(
                        key, "the folder " + folder.toAbsolutePath().normalize() + " holds no PNG or JPEG file");
            }
            return found;
        } catch (IOException e) {
            throw new WorkFailed(folder + ": cannot be read: " + e, e);
        } catch (UncheckedIOException e) {
            throw new WorkFailed(folder + ": cannot be read: " + e.getCause(), e);
        }
    }

    /**
     * Returns the classes: the names of the subfolders, if every picture lies in one and there are two or more. Otherwise, and
     * where the folder is gone, there are none.
     */
    public List<String> classes() {
        return Files.isDirectory(folder) ? classes(pictures()) : List.of();
    }

    static List<String> classes(List<Picture> pictures) {
        List<String> names =
                pictures.stream().map(Picture::subfolder).distinct().sorted().toList();
        return names.size() < 2 || names.contains("") ? List.of() : names;
    }

    private String name(Path file) {
        StringBuilder name = new StringBuilder();
        for (Path part : folder.relativize(file)) {
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return name.toString();
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }
}
