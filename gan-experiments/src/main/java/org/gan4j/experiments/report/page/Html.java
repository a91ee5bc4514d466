package org.gan4j.experiments.report.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.gan4j.experiments.draw.SvgCanvas;

/**
 * A piece of HTML in which every text is escaped: the only way to get markup is {@link #element}, so that a run named
 * {@code <script>} is shown and not run.
 */
public record Html(String markup) {
    public static final Html NOTHING = new Html("");

    /** Text as it is read, whatever characters it holds. */
    public static Html text(String text) {
        return new Html(SvgCanvas.escaped(text));
    }

    /** An element of a kind such as {@code td} or, with classes, {@code td.number.wide}. */
    public static Html element(String kind, Html... content) {
        int dot = kind.indexOf('.');
        String tag = dot < 0 ? kind : kind.substring(0, dot);
        String classes = dot < 0 ? "" : " class=\"" + kind.substring(dot + 1).replace('.', ' ') + "\"";
        return new Html("<" + tag + classes + ">" + all(Arrays.asList(content)).markup + "</" + tag + ">");
    }

    /** An element that holds a text only. */
    public static Html element(String kind, String text) {
        return element(kind, text(text));
    }

    public static Html all(Collection<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    public static Html all(Html... pieces) {
        return all(Arrays.asList(pieces));
    }

    /** This element with one more attribute. */
    public Html with(String attribute, String value) {
        // Attribute values are escaped, so the first > ends the opening tag.
        int end = markup.indexOf('>');
        return new Html(
                markup.substring(0, end) + " " + attribute + "=\"" + text(value).markup + "\"" + markup.substring(end));
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }
}
