package org.gan4j.experiments.draw;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/**
 * Stores a drawing with few colours, in a third of the bytes: a report holds hundreds. Sixteen levels of each colour lose
 * nothing that one sees in smoothed edges.
 */
public final class IndexedColors {
    private static final int MOST = 256;
    /** Levels of each of three colours. */
    private static final int LEVELS = 16;

    private IndexedColors() {}

    /** The drawing with its colours by number, in the order of their first use; itself where those are too many. */
    public static BufferedImage of(BufferedImage drawing) {
        int[] numbers = new int[LEVELS * LEVELS * LEVELS];
        int[] colors = new int[MOST];
        int used = 0;
        int[] pixels = drawing.getRGB(0, 0, drawing.getWidth(), drawing.getHeight(), null, 0, drawing.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            int color = key(pixels[i]);
            if (numbers[color] == 0) {
                if (used == MOST) {
                    return drawing;
                }
                colors[used++] = rgb(color);
                numbers[color] = used;
            }
            pixels[i] = numbers[color] - 1;
        }
        IndexColorModel model = new IndexColorModel(8, used, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage image =
                new BufferedImage(drawing.getWidth(), drawing.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        image.getRaster().setSamples(0, 0, image.getWidth(), image.getHeight(), 0, pixels);
        return image;
    }

    private static int key(int rgb) {
        return (level(rgb >> 16) * LEVELS + level(rgb >> 8)) * LEVELS + level(rgb);
    }

    /** The nearest of the levels, of which white and black are two. */
    private static int level(int channel) {
        return ((channel & 0xff) + 8) / 17;
    }

    private static int rgb(int key) {
        return 0xff000000
                | 17 * (key / (LEVELS * LEVELS)) << 16
                | 17 * (key / LEVELS % LEVELS) << 8
                | 17 * (key % LEVELS);
    }
}
