package org.gan4j.experiments.draw.sample;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.PngCanvas;

/** Puts pictures together: below each other, with captions, or beside each other. */
final class PictureCaptions {
    private static final int LINE = 28;
    private static final int MARGIN = 10;
    private static final int FRAME = 4;

    private PictureCaptions() {}

    static BufferedImage stack(List<String> captions, List<BufferedImage> pictures) {
        int width = pictures.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        int height = pictures.stream().mapToInt(BufferedImage::getHeight).sum() + pictures.size() * (LINE + MARGIN);
        PngCanvas canvas = new PngCanvas(width + 2 * MARGIN, height);
        int top = 0;
        for (int i = 0; i < pictures.size(); i++) {
            canvas.text(MARGIN, top + LINE - 9, Anchor.START, captions.get(i), 15);
            canvas.put(pictures.get(i), MARGIN, top + LINE);
            top += LINE + pictures.get(i).getHeight() + MARGIN;
        }
        return canvas.image();
    }

    /** Two pictures of one height, the second in a frame. */
    static BufferedImage beside(BufferedImage left, BufferedImage right) {
        int height = left.getHeight() + 2 * FRAME;
        PngCanvas canvas = new PngCanvas(left.getWidth() + right.getWidth() + 3 * FRAME, height);
        canvas.fill(Palette.OPINION, new Rectangle(left.getWidth() + FRAME, 0, right.getWidth() + 2 * FRAME, height));
        canvas.put(left, 0, FRAME);
        canvas.put(right, left.getWidth() + 2 * FRAME, FRAME);
        return canvas.image();
    }
}
