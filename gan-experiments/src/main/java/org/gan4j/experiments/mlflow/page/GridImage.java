package org.gan4j.experiments.mlflow.page;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture of a step as MLflow's image grid finds it: two files in {@code images/}, whose names say key, step and time. One
 * name there that the grid cannot read hides all pictures of the run.
 *
 * @param name of both files, but for their endings
 */
public record GridImage(String name) {
    /** The longer side of a thumbnail, in pixels, as in MLflow's own. */
    private static final int THUMBNAIL = 256;

    private static final Pattern STEP = Pattern.compile("artifacts/([\\w\\-. /]+)/step-\\d+\\.png");

    /** The image that a file of the run is, if it is the picture of a step. Repeated, it has the same name. */
    public static Optional<GridImage> of(String uid, String file, long step, long millis) {
        Matcher matcher = STEP.matcher(file);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        UUID id = UUID.nameUUIDFromBytes((uid + "/" + file).getBytes(StandardCharsets.UTF_8));
        String key = matcher.group(1).replace("/", "~");
        return Optional.of(new GridImage("images/" + key + "+step+" + step + "+timestamp+" + millis + "+" + id));
    }

    public String full() {
        return name + ".png";
    }

    /** MLflow itself writes WebP, which Java cannot; the grid reads either. */
    public String thumbnail() {
        return name + "+compressed.png";
    }

    /** A small version of the picture, or nothing if the file is none, or a damaged one. */
    public static Optional<byte[]> thumbnail(Path picture) throws IOException {
        Optional<BufferedImage> image = read(Files.readAllBytes(picture));
        return image.isPresent() ? Optional.of(small(image.get())) : Optional.empty();
    }

    /** A file that cannot be read again is trouble that may pass; bytes that are no picture are none for ever. */
    private static Optional<BufferedImage> read(byte[] bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static byte[] small(BufferedImage image) throws IOException {
        double scale = Math.min(1, THUMBNAIL / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
        int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(small, "png", out);
        }
        return bytes.toByteArray();
    }
}
