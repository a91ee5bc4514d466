package org.gan4j.experiments.draw.sample;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/**
 * Images in rows and columns with {@link #GAP} pixels between them, each pixel enlarged to a whole number of pixels.
 *
 * @param images  [n × h × w] or [n × h × w × c]
 * @param rows    lines of the grid
 * @param columns images a line
 * @param scale   pixels of the picture along a side of a pixel of an image
 */
record ImageGrid(FloatTensor images, int rows, int columns, int scale) {
    static final int GAP = 2;
    /** Colour between the images: looks the same beside a white page as beside a black one. */
    static final int BETWEEN = 0x80;
    /** About how many pixels wide an image is to be. */
    private static final int COMFORTABLE = 56;

    static ImageGrid of(FloatTensor images, int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("a grid has at least one row and column; got " + rows + "x" + columns);
        }
        Shape example = images.shape().example();
        int scale = Math.max(1, Math.round((float) COMFORTABLE / Math.max(example.dim(0), example.dim(1))));
        return new ImageGrid(shown(images), rows, columns, scale);
    }

    /**
     * Images about 0, such as after contrast normalisation, in 0…1: 0 is grey, and the value of each image that is furthest from
     * 0 is black or white. They are told by more than a third of all values below 0.
     */
    private static FloatTensor shown(FloatTensor images) {
        float[] values = images.values().clone();
        int negative = 0;
        for (float value : values) {
            negative += value < 0 ? 1 : 0;
        }
        if (3L * negative <= values.length) {
            return images;
        }
        for (int from = 0; from < values.length; from += images.width()) {
            float furthest = Float.MIN_NORMAL;
            for (int i = from; i < from + images.width(); i++) {
                furthest = Math.max(furthest, Math.abs(values[i]));
            }
            for (int i = from; i < from + images.width(); i++) {
                values[i] = 0.5f + values[i] / furthest / 2;
            }
        }
        return new FloatTensor(images.shape(), values);
    }

    /** Returns one image alone, pixel by pixel. */
    static ImageGrid single(FloatTensor image) {
        return new ImageGrid(shown(image), 1, 1, 1);
    }

    BufferedImage image() {
        int type = channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage picture = new BufferedImage(extent(columns, width()), extent(rows, height()), type);
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int c = 0; c < channels(); c++) {
                    raster.setSample(x, y, c, sample(x, y, c));
                }
            }
        }
        return picture;
    }

    private int sample(int x, int y, int channel) {
        int cellWidth = width() * scale();
        int cellHeight = height() * scale();
        int column = x / (cellWidth + GAP);
        int row = y / (cellHeight + GAP);
        int left = x % (cellWidth + GAP);
        int top = y % (cellHeight + GAP);
        int index = row * columns + column;
        if (left >= cellWidth || top >= cellHeight || index >= images.count()) {
            return BETWEEN;
        }
        int pixel = (index * height() + top / scale()) * width() + left / scale();
        return level(images.values()[pixel * channels() + channel]);
    }

    /** 0…1 as 0…255; NaN is 0. */
    private static int level(float value) {
        return Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    private int extent(int cells, int size) {
        return cells * size * scale() + (cells - 1) * GAP;
    }

    private int height() {
        return example().dim(0);
    }

    private int width() {
        return example().dim(1);
    }

    private int channels() {
        return example().rank() == 2 ? 1 : example().dim(2);
    }

    private Shape example() {
        return images.shape().example();
    }
}
