package org.gan4j.experiments.draw;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Colours and text that all drawn pictures share. The two colours are told apart by people who see no red or no green. */
public final class Ink {
    public static final Color PAPER = new Color(0xffffff);
    public static final Color TEXT = new Color(0x33383d);
    public static final Color LINES = new Color(0xcccccc);
    public static final Color REAL = new Color(0x8d99a6);
    public static final Color GENERATED = new Color(0xd55e00);
    public static final Color OPINION = new Color(0x0b6bcb);
    public static final Color TRUTH = new Color(0x33383d);

    private Ink() {}

    /** Smooth drawing on clean paper. */
    public static Graphics2D on(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        return graphics;
    }

    public static Color faded(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** Text with its base line at y; none on a machine without fonts, where a picture without words is still of use. */
    public static void text(Graphics2D graphics, String text, float x, float y, int size) {
        graphics.setColor(TEXT);
        try {
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
            graphics.drawString(text, x, y);
        } catch (RuntimeException | LinkageError | InternalError | AWTError noFonts) {
            graphics.setFont(null);
        }
    }

    /** Text that ends at x. */
    public static void textBefore(Graphics2D graphics, String text, float x, float y, int size) {
        text(graphics, text, x - width(graphics, text, size), y, size);
    }

    /** Text around x. */
    public static void textAround(Graphics2D graphics, String text, float x, float y, int size) {
        text(graphics, text, x - width(graphics, text, size) / 2f, y, size);
    }

    private static int width(Graphics2D graphics, String text, int size) {
        try {
            return graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, size))
                    .stringWidth(text);
        } catch (RuntimeException | LinkageError | InternalError | AWTError noFonts) {
            return 0;
        }
    }
}
