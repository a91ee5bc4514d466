package org.gan4j.experiments.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.List;

/** Puts pictures together: below each other, with captions, or beside each other. */
final class PictureCaptions {
    private static final int LINE = 28;
    private static final int MARGIN = 10;
    private static final int FRAME = 4;

    private PictureCaptions() {}

    static BufferedImage stack(List<String> captions, List<BufferedImage> pictures) {
        int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = pictures.stream().mapToInt(BufferedImage::getHeight).sum() + pictures.size() * (LINE + MARGIN);
        BufferedImage all = new BufferedImage(width + 2 * MARGIN, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(all);
        int top = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Ink.text(graphics, captions.get(i), MARGIN, top + LINE - 9, 15);
            copy(pictures.get(i), all, MARGIN, top + LINE);
            top += LINE + pictures.get(i).getHeight() + MARGIN;
        }
        graphics.dispose();
        return all;
    }

    /** Two pictures of one height, the second in a frame. */
    static BufferedImage beside(BufferedImage left, BufferedImage right) {
        BufferedImage all = new BufferedImage(
                left.getWidth() + right.getWidth() + 3 * FRAME,
                left.getHeight() + 2 * FRAME,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(all);
        graphics.setColor(Ink.OPINION);
        graphics.fillRect(left.getWidth() + FRAME, 0, right.getWidth() + 2 * FRAME, all.getHeight());
        graphics.dispose();
        copy(left, all, 0, FRAME);
        copy(right, all, left.getWidth() + 2 * FRAME, FRAME);
        return all;
    }

    /** By samples and not by drawing, which would brighten grey levels: Java takes them for linear light. */
    private static void copy(BufferedImage from, BufferedImage to, int left, int top) {
        Raster raster = from.getRaster();
        int last = raster.getNumBands() - 1;
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                int red = raster.getSample(x, y, 0);
                int green = raster.getSample(x, y, Math.min(1, last));
                int blue = raster.getSample(x, y, last);
                to.setRGB(x + left, y + top, new Color(red, green, blue).getRGB());
            }
        }
    }
}
