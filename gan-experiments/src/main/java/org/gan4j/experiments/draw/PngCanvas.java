package org.gan4j.experiments.draw;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** A figure on white paper that becomes a PNG file. Lengths are pixels, counted from the upper left corner. Needs no display. */
public final class PngCanvas {
    private final BufferedImage image;
    private final Graphics2D graphics;

    public PngCanvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.PAPER.color());
        graphics.fillRect(0, 0, width, height);
    }

    public void draw(Pen pen, Shape shape) {
        graphics.setColor(pen.color());
        graphics.setStroke(pen.stroke());
        graphics.draw(shape);
    }

    public void line(Pen pen, double x1, double y1, double x2, double y2) {
        draw(pen, new Line2D.Double(x1, y1, x2, y2));
    }

    public void fill(Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    public void dot(Color color, double x, double y, double radius) {
        fill(color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Draws something of which only the part inside of a shape is seen. */
    public void inside(Shape clip, Runnable drawing) {
        Shape whole = graphics.getClip();
        graphics.clip(clip);
        drawing.run();
        graphics.setClip(whole);
    }

    /** Text with its base line at y; none on a machine without fonts, where a figure without words is still of use. */
    public void text(double x, double y, Anchor anchor, String text, int size) {
        try {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
            float left =
                    (float) x - anchor.share() * graphics.getFontMetrics(font).stringWidth(text);
            graphics.setColor(Palette.INK);
            graphics.setFont(font);
            graphics.drawString(text, left, (float) y);
        } catch (RuntimeException | LinkageError | InternalError | AWTError noFonts) {
            graphics.setFont(null);
        }
    }

    /** Puts an image at a place. By samples and not by drawing, which would brighten grey levels: Java takes them for linear light. */
    public void put(BufferedImage from, int left, int top) {
        Raster raster = from.getRaster();
        int last = raster.getNumBands() - 1;
        for (int y = 0; y < from.getHeight(); y++) {
            for (int x = 0; x < from.getWidth(); x++) {
                int red = raster.getSample(x, y, 0);
                int green = raster.getSample(x, y, Math.min(1, last));
                int blue = raster.getSample(x, y, last);
                image.setRGB(x + left, y + top, new Color(red, green, blue).getRGB());
            }
        }
    }

    /** The figure; nothing can be drawn on it afterwards. */
    public BufferedImage image() {
        graphics.dispose();
        return image;
    }
}
