package org.gan4j.experiments.program.command.part;

import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.SvgCanvas;

/** Slopes as a picture. */
record SlopePicture(SlopeCurves slopes) {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 360;
    private static final double LEFT = 48;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 12;
    private static final double BOTTOM = 270;
    private static final double LINE = 18;
    private static final int POINTS = 320;
    private static final String STYLE = """
        path { fill: none; stroke-width: 2; }
        path.level { stroke: var(--line); stroke-width: 1; }
        path.curve { stroke: var(--own); }
        text { fill: var(--text); font-size: 12px; }
        """;

    /** Returns a file in SVG. */
    String svg(String title) {
        SvgCanvas svg =
                new SvgCanvas("slopes", WIDTH, HEIGHT, "slopes of " + title + " along the logit of one example");
        Axis x = new Axis(-SlopeCurves.REACH, SlopeCurves.REACH, LEFT, RIGHT);
        boolean flat = slopes.low() == slopes.high();
        Axis y = new Axis(flat ? -1 : slopes.low(), flat ? 1 : slopes.high(), BOTTOM, TOP);
        for (double level : y.multiples(0.5)) {
            svg.line("level", LEFT, y.pixel(level), RIGHT, y.pixel(level));
            svg.text(LEFT - 6, y.pixel(level) + 4, Anchor.END, Axis.label(level));
        }
        for (double logit : x.multiples(2)) {
            svg.text(x.pixel(logit), BOTTOM + LINE, Anchor.MIDDLE, Axis.label(logit));
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 2 * LINE, Anchor.MIDDLE, "logit a");
        svg.upwards(12, (TOP + BOTTOM) / 2, "slope");
        for (int i = 0; i < slopes.curves().size(); i++) {
            SlopeCurves.Curve curve = slopes.curves().get(i);
            double place = LEFT + i * (RIGHT - LEFT) / slopes.curves().size();
            svg.path("curve c" + Palette.series(i), steps(curve, x, y));
            svg.line("curve c" + Palette.series(i), place, HEIGHT - 16, place + 16, HEIGHT - 16);
            svg.text(place + 21, HEIGHT - 12, Anchor.START, curve.of());
        }
        return svg.document(Palette.lightCss() + STYLE);
    }

    /** The curve; it ends where it leaves the picture. */
    private String steps(SlopeCurves.Curve curve, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i <= POINTS; i++) {
            double logit = SlopeCurves.REACH * (2.0 * i / POINTS - 1);
            double slope = curve.slope().applyAsDouble(logit);
            boolean inside = slopes.shows(slope);
            if (inside) {
                path.append(drawn ? 'L' : 'M').append(SvgCanvas.point(x.pixel(logit), y.pixel(slope)));
            }
            drawn = inside;
        }
        return path.toString();
    }
}
