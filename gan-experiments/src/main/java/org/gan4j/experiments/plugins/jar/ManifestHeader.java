package org.gan4j.experiments.plugins.jar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A manifest's header in OSGi's grammar, {@code a.b;c.d;version="[1,2)";resolution:=optional, e.f}: names, here a.b, c.d and e.f,
 * with attributes. Commas and semicolons inside of quotes part nothing.
 *
 * @param names the attributes and directives, these with the colon, of each name
 */
record ManifestHeader(Map<String, Map<String, String>> names) {
    static ManifestHeader parse(String header) {
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (String clause : split(header, ',')) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String piece : split(clause, ';')) {
                List<String> sides = split(piece, '=');
                if (sides.size() == 1) {
                    names.put(piece, attributes);
                } else {
                    attributes.put(sides.get(0), unquoted(piece.substring(piece.indexOf('=') + 1)));
                }
            }
        }
        return new ManifestHeader(names);
    }

    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == separator && !quoted) {
                pieces.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        pieces.add(text.substring(start).strip());
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
