package org.gan4j.experiments.settings.overlay;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.binding.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into settings that know their places. Values are the text as it was written, whatever YAML takes it for, so
 * that {@code 1e-4} and {@code 010} mean the same here and on a command line.
 */
public final class YamlReader {
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.NESTING)
                    .build())
            .build();

    private final String source;
    private final YAMLParser parser;
    private final Problems problems;
    private int keys;

    private YamlReader(String source, YAMLParser parser, Problems problems) {
        this.source = source;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The keys and values of a document; none, with problems added, if it cannot be read.
     *
     * @param source the file, as messages name it
     */
    public static Setting.Fields read(String yaml, String source, Problems problems) {
        Setting.Fields nothing = new Setting.Fields(Map.of(), source);
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            YamlReader reader = new YamlReader(source, parser, problems);
            JsonToken first = parser.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return nothing;
            }
            if (first != JsonToken.START_OBJECT) {
                problems.add(reader.place(), "expected keys with values, such as 'loss: minimax'");
                return nothing;
            }
            Setting.Fields fields = reader.fields(source);
            if (parser.nextToken() != null) {
                problems.add(reader.place(), "a second document begins here, and a file holds one");
            }
            return fields;
        } catch (StreamConstraintsException e) {
            // The reader has no other limit that a file of the allowed size can reach.
            problems.add(source, "it is nested more than " + Limits.NESTING + " levels deep");
        } catch (JsonProcessingException e) {
            problems.add(place(source, e.getLocation()), syntax(e));
        } catch (IOException e) {
            problems.add(source, "cannot be read: " + e.getMessage());
        }
        return nothing;
    }

    private Setting.Fields fields(String where) throws IOException {
        Map<String, Setting> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String place = place();
            parser.nextToken();
            Setting value = value(key, place);
            keys++;
            if (keys == Limits.KEYS + 1) {
                problems.add(place, "a file has at most " + Limits.KEYS + " keys");
            } else if (fields.containsKey(key)) {
                problems.add(place, "the key '" + key + "' is repeated here");
            } else if (value != null && keys <= Limits.KEYS) {
                fields.put(key, value);
            }
        }
        return new Setting.Fields(fields, where);
    }

    /** The value that begins at the current token; null, with a problem added, if there is none. */
    private @Nullable Setting value(String key, String where) throws IOException {
        if (parser.isCurrentAlias()) {
            problems.add(where, "'" + key + "' refers to an anchor; write the value itself");
            return null;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(where);
            case START_ARRAY -> items(key, where);
            case VALUE_NULL -> {
                problems.add(where, "'" + key + "' has no value");
                yield null;
            }
            default -> new Setting.Text(parser.getText(), where);
        };
    }

    private Setting items(String key, String where) throws IOException {
        List<Setting> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Setting item = value(key, place());
            if (item != null) {
                items.add(item);
            }
        }
        return new Setting.Items(items, where);
    }

    private String place() {
        return place(source, parser.currentTokenLocation());
    }

    private static String place(String source, JsonLocation location) {
        return location == null ? source : source + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    /** The last sentence of the parser's message, which says what is wrong; those before say what it was about. */
    private static String syntax(JsonProcessingException e) {
        return "this is not YAML: "
                + e.getOriginalMessage()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .reduce((earlier, later) -> later)
                        .orElse("");
    }
}
