package org.gan4j.experiments.draw.sample;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.experiments.draw.IndexedColors;
import org.gan4j.experiments.draw.Png;

/**
 * Draws samples into PNG files, as their shape asks for: images [h × w] or [h × w × c] (c = 1 or 3, values 0…1) as a grid,
 * points [2] as a scatter, numbers [1] or [] as densities; anything else has no picture. Behind points and numbers stands what
 * the players make of the space, where they are given. Values outside of 0…1 are clamped in
 * images, and NaN is black. The same input gives the same bytes on the same machine (captions depend on its fonts). Needs
 * no display. A file is there completely or not at all.
 */
public final class Pictures {
    /** Rows and columns of a sample grid. */
    static final int GRID = 10;
    /** Blocks beside each other. */
    private static final int BLOCKS = 5;

    /** Images of one origin, such as one loss. */
    public record Panel(String caption, FloatTensor images) {}

    private Pictures() {}

    /** Returns the number of examples that a picture of this shape shows well: a full grid of images, a cloud of points. */
    public static int count(Shape example) {
        return isImage(example) ? GRID * GRID : 2000;
    }

    /** Returns whether examples of this shape have a picture. */
    public static boolean has(Shape example) {
        return isImage(example) || isPoint(example) || isNumber(example);
    }

    /**
     * Generated examples; points and densities are drawn over real ones, whose extent fixes the axes, so that pictures of all
     * steps compare.
     *
     * @param generated [n × example]
     * @param real      [m × example]; the same draws for all pictures that shall compare
     * @param truth     for a curve of the known density; may be empty
     * @param players   for what they make of the space between the examples; may be empty
     * @return false, and no file, where examples of this shape have no picture
     */
    public static boolean samples(
            FloatTensor generated, FloatTensor real, Optional<Truth> truth, Optional<Players> players, Path png) {
        Shape example = generated.shape().example();
        if (isImage(example)) {
            Png.write(ImageGrid.of(generated, GRID, GRID).image(), png);
        } else if (isPoint(example)) {
            Png.write(IndexedColors.of(Scatter.of(generated, real, players)), png);
        } else if (isNumber(example)) {
            Png.write(IndexedColors.of(Densities.of(generated, real, truth, players)), png);
        }
        return has(example);
    }

    /** A grid of images, row by row; spare cells stay empty, and spare images are left out. False if they are no images. */
    public static boolean grid(FloatTensor images, int rows, int columns, Path png) {
        if (!isImage(images.shape().example())) {
            return false;
        }
        Png.write(ImageGrid.of(images, rows, columns).image(), png);
        return true;
    }

    /** Returns a grid of images, as {@link #grid} writes it, as the bytes of a PNG file. */
    public static byte[] gridPng(FloatTensor images, int rows, int columns) {
        return Png.bytes(ImageGrid.of(images, rows, columns).image());
    }

    /** Draws each image into a file of its own, pixel by pixel; {@code file} names it by its place. */
    public static void singles(FloatTensor images, IntFunction<Path> file) {
        for (int i = 0; i < images.count(); i++) {
            Png.write(ImageGrid.single(images.slice(i, i + 1)).image(), file.apply(i));
        }
    }

    /** All images in lines of {@code columns}: an interpolation a line. False if they are no images. */
    public static boolean strip(FloatTensor images, int columns, Path png) {
        return grid(images, (images.count() + columns - 1) / columns, columns, png);
    }

    /**
     * Square blocks of images, {@value #BLOCKS} of them beside each other, with the room of an image between two blocks. False if
     * they are no images.
     *
     * @param images block by block, and row by row within a block
     * @param side   images along a side of a block
     */
    public static boolean blocks(FloatTensor images, int side, Path png) {
        int blocks = images.count() / (side * side);
        int across = Math.min(BLOCKS, blocks);
        int columns = across * (side + 1) - 1;
        int rows = (blocks + across - 1) / across * (side + 1) - 1;
        int width = images.width();
        float[] values = new float[rows * columns * width];
        Arrays.fill(values, ImageGrid.BETWEEN / 255f);
        for (int i = 0; i < images.count(); i++) {
            int block = i / (side * side);
            int row = block / across * (side + 1) + i / side % side;
            int column = block % across * (side + 1) + i % side;
            System.arraycopy(images.values(), i * width, values, (row * columns + column) * width, width);
        }
        return grid(new FloatTensor(images.shape().example().prepend(rows * columns), values), rows, columns, png);
    }

    /**
     * Images in lines of {@code columns}, and after each line, set apart by a frame, one more. False if they are no images.
     *
     * @param last one for each line
     */
    public static boolean beside(FloatTensor images, int columns, FloatTensor last, Path png) {
        if (!isImage(images.shape().example())) {
            return false;
        }
        Png.write(
                PictureCaptions.beside(
                        ImageGrid.of(images, last.count(), columns).image(),
                        ImageGrid.of(last, last.count(), 1).image()),
                png);
        return true;
    }

    /**
     * Panels below each other, each under its caption and in lines of {@code columns}: the same noise under two losses, say.
     * False if one of them does not hold images.
     */
    public static boolean sideBySide(List<Panel> panels, int columns, Path png) {
        if (panels.isEmpty()
                || !panels.stream()
                        .allMatch(panel -> isImage(panel.images().shape().example()))) {
            return false;
        }
        List<BufferedImage> grids = panels.stream()
                .map(Panel::images)
                .map(images -> ImageGrid.of(images, (images.count() + columns - 1) / columns, columns)
                        .image())
                .toList();
        Png.write(PictureCaptions.stack(panels.stream().map(Panel::caption).toList(), grids), png);
        return true;
    }

    /** Returns whether examples of this shape are pictures themselves. */
    public static boolean isImage(Shape example) {
        return example.rank() == 2 || example.rank() == 3 && (example.dim(2) == 1 || example.dim(2) == 3);
    }

    private static boolean isPoint(Shape example) {
        return example.rank() == 1 && example.dim(0) == 2;
    }

    private static boolean isNumber(Shape example) {
        return example.rank() == 0 || example.rank() == 1 && example.dim(0) == 1;
    }
}
