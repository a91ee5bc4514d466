package org.gan4j.experiments.draw;

import java.util.Locale;

/** A figure that becomes SVG. It has lengths of its own and grows with the room that it gets; style sheets say how its classes look. */
public final class SvgCanvas {
    private final StringBuilder markup = new StringBuilder();

    /**
     * @param kind  its class
     * @param label what it shows, for those who do not see it
     */
    public SvgCanvas(String kind, int width, int height, String label) {
        markup.append("<svg class=\"" + kind + "\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-label=\"" + escaped(label) + "\">");
    }

    public void line(String kind, double x1, double y1, double x2, double y2) {
        path(kind, "M" + point(x1, y1) + "L" + point(x2, y2));
    }

    /**
     * A line through places, or several.
     *
     * @param steps as {@code M1.0,2.0L3.0,4.0}
     */
    public void path(String kind, String steps) {
        markup.append("<path class=\"" + kind + "\" d=\"" + steps + "\"/>");
    }

    public void bar(String kind, double left, double top, double right, double bottom) {
        path(kind, "M" + point(left, bottom) + "V" + number(top) + "H" + number(right) + "V" + number(bottom) + "Z");
    }

    public void dot(String kind, double x, double y, double radius) {
        markup.append("<circle class=\"" + kind + "\" cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\""
                + number(radius) + "\"/>");
    }

    /**
     * Text beside or around a place.
     *
     * @param anchor which part of the text is at the place
     */
    public void text(double x, double y, Anchor anchor, String text) {
        markup.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor.svg() + "\">"
                + escaped(text) + "</text>");
    }

    /** Text that is read upwards, its middle at the place. */
    public void upwards(double x, double y, String text) {
        markup.append("<text transform=\"translate(" + point(x, y) + ") rotate(-90)\" text-anchor=\"middle\">"
                + escaped(text) + "</text>");
    }

    /** The element, to stand in a page. */
    public String markup() {
        return markup + "</svg>";
    }

    /**
     * A file of its own, which opens anywhere.
     *
     * @param style what its classes look like
     */
    public String document(String style) {
        String begun = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + markup.substring("<svg".length());
        int inside = begun.indexOf('>') + 1;
        return begun.substring(0, inside) + "<style>" + style + "</style>" + begun.substring(inside) + "</svg>\n";
    }

    /** A place, as paths name it. */
    public static String point(double x, double y) {
        return number(x) + "," + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Text as it stands in HTML and SVG, whatever characters it holds. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
