package org.gan4j.experiments.draw;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The colours of reports, charts and figures, each for light and for dark paper. A report reads them as style variables, its
 * charts too; a PNG file is always light.
 */
public enum Palette {
    PAPER(0xffffff, 0x14171a),
    PANEL(0xf6f7f9, 0x1d2125),
    TEXT(0x1c2127, 0xe5e8eb),
    SOFT(0x5b6570, 0x9aa5af),
    LINE(0xdde1e6, 0x333a41),
    LINK(0x0b62c4, 0x6cb0ff),
    WARN(0xfff4e0, 0x2e2617),
    WARN_LINE(0xe0a030, 0xb98526),
    C0(0x0b6bcb, 0x5eabff),
    C1(0xd55e00, 0xff9450),
    C2(0x00875f, 0x3fcda0),
    C3(0xa0449f, 0xdd8fdc),
    C4(0x9a7400, 0xdfb93c),
    C5(0x2588a8, 0x6bcbea),
    C6(0xc2185b, 0xff7ba9),
    C7(0x5d6d7e, 0xa8b6c4);

    /** The number of curves or arms that have colours of their own; further ones begin again. */
    public static final int SERIES = 8;

    /** Text, black lines and p_data on pictures. */
    public static final Color INK = new Color(0x33383d);
    /** Grid lines of pictures. */
    public static final Color GRID = new Color(0xcccccc);
    /** Real examples. Generated ones differ from them also for people who see no red or no green. */
    public static final Color REAL = new Color(0x8d99a6);

    public static final Color GENERATED = C1.color();
    /** D(x). */
    public static final Color OPINION = C0.color();

    private final int light;
    private final int dark;

    Palette(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    public Color color() {
        return new Color(light);
    }

    /** The number of a curve's or arm's colour. */
    public static int series(int number) {
        return number % SERIES;
    }

    public static Color faded(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** The style variables of a page, which follow the reader's choice of light or dark. */
    public static String css() {
        return ":root {" + variables(tone -> tone.light) + " --series: " + SERIES + "; }\n"
                + "@media (prefers-color-scheme: dark) { :root {" + variables(tone -> tone.dark) + " } }\n" + classes();
    }

    /** The style variables of a drawing on white paper. */
    public static String lightCss() {
        return "svg {" + variables(tone -> tone.light)
                + " background: var(--paper); font-family: system-ui, sans-serif; }\n" + classes();
    }

    private static String variables(ToIntFunction<Palette> color) {
        return Arrays.stream(values())
                .map(tone -> String.format(" --%s: #%06x;", tone.variable(), color.applyAsInt(tone)))
                .collect(Collectors.joining());
    }

    private String variable() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An element of class {@code c3} finds its colour in the variable {@code --own}. */
    private static String classes() {
        return IntStream.range(0, SERIES)
                .mapToObj(i -> String.format(".c%d { --own: var(--c%d); }\n", i, i))
                .collect(Collectors.joining());
    }
}
