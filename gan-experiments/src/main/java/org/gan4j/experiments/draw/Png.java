package org.gan4j.experiments.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** Writes PNG files, each at once. */
public final class Png {
    private Png() {}

    public static void write(BufferedImage image, Path png) {
        Path unfinished = png.resolveSibling(png.getFileName() + ".part");
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
            Files.write(unfinished, bytes(image));
            Files.move(unfinished, png, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the content of the file. */
    public static byte[] bytes(BufferedImage image) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
