package org.gan4j.experiments.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stores a drawing with few colours, in a third of the bytes: a report holds hundreds. Sixteen levels of each colour lose
 * nothing that one sees in smoothed edges.
 */
final class Palette {
    private static final int MOST = 256;

    private Palette() {}

    /** The drawing with its colours by number; itself with coarser levels where those are still too many. */
    static BufferedImage reduce(BufferedImage drawing) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (int y = 0; y < drawing.getHeight(); y++) {
            for (int x = 0; x < drawing.getWidth(); x++) {
                int coarse = coarse(drawing.getRGB(x, y));
                drawing.setRGB(x, y, coarse);
                numbers.putIfAbsent(coarse, numbers.size());
            }
        }
        return numbers.size() > MOST ? drawing : indexed(drawing, numbers);
    }

    private static BufferedImage indexed(BufferedImage drawing, Map<Integer, Integer> numbers) {
        int[] colors = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colors.length, colors, 0, false, -1, 0);
        BufferedImage image =
                new BufferedImage(drawing.getWidth(), drawing.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, numbers.get(drawing.getRGB(x, y)));
            }
        }
        return image;
    }

    private static int coarse(int rgb) {
        return 0xff000000 | level(rgb >> 16) << 16 | level(rgb >> 8) << 8 | level(rgb);
    }

    /** The nearest multiple of 17, which white and black are. */
    private static int level(int channel) {
        return ((channel & 0xff) + 8) / 17 * 17;
    }
}
