package org.gan4j.experiments.program.cli;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.experiments.store.Json;
import org.jspecify.annotations.Nullable;

/** The output of {@code --json}: the result of a command as one JSON document without any non-finite number. */
final class Document {
    private Document() {}

    static String json(Map<String, ?> result) {
        return Json.compact(Objects.requireNonNull(plain(result)));
    }

    /** The same value made of maps, lists, texts, finite numbers, booleans and nulls only. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        } else if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number : null;
        } else if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
            return plain;
        } else if (value instanceof Iterable<?> items && !(value instanceof Path)) {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(plain(item)));
            return plain;
        } else if (value.getClass().isArray()) {
            List<Object> plain = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                plain.add(plain(Array.get(value, i)));
            }
            return plain;
        } else if (value instanceof Record fields) {
            return fields(fields);
        }
        return value.toString();
    }

    private static Map<String, Object> fields(Record value) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                plain.put(component.getName(), plain(component.getAccessor().invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return plain;
    }
}
