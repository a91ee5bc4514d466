package org.gan4j.experiments.library.data.own.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/**
 * Brings a picture to one size: it is scaled, keeping its proportions, until it just covers the size, and what juts out is
 * cut off in equal parts on both sides. Without colour a pixel is 0.299 red + 0.587 green + 0.114 blue, rounded.
 *
 * @param height   in pixels
 * @param width    in pixels
 * @param channels 1 for grey, 3 for red, green and blue side by side
 */
public record PictureFit(int height, int width, int channels) {
    int bytes() {
        return height * width * channels;
    }

    /** Writes the bytes of a picture, row by row. */
    void write(BufferedImage picture, byte[] to, int from) throws IOException {
        BufferedImage fitted = fitted(picture);
        int at = from;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int rgb = fitted.getRGB(x, y);
                int red = rgb >> 16 & 0xff;
                int green = rgb >> 8 & 0xff;
                int blue = rgb & 0xff;
                if (channels == 1) {
                    to[at++] = (byte) Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
                } else {
                    to[at++] = (byte) red;
                    to[at++] = (byte) green;
                    to[at++] = (byte) blue;
                }
            }
        }
    }

    private BufferedImage fitted(BufferedImage picture) throws IOException {
        if (picture.getWidth() == width && picture.getHeight() == height) {
            return picture;
        }
        return Thumbnails.of(picture)
                .size(width, height)
                .crop(Positions.CENTER)
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }
}
