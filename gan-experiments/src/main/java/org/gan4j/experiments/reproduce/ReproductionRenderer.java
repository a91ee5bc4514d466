package org.gan4j.experiments.reproduce;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes text, the JSON document and the exit code of any reproduction from its result. */
public record ReproductionRenderer(ReproductionResult result) {
    /** Returns the lines for people: the numbers, the verdict, the files. */
    public List<String> text() {
        ResultText text = new ResultText();
        result.describe(text);
        text.add(result.verdict());
        result.files().forEach(text::add);
        return text.lines();
    }

    /** Returns the document for programs. */
    public Map<String, Object> document() {
        return fields((Record) result);
    }

    /** Returns 1 if the paper's statement was not reproduced, and 0 otherwise. */
    public int exitCode() {
        return result.verdict().ruling() == Verdict.Ruling.NOT_REPRODUCED ? 1 : 0;
    }

    private static Map<String, Object> fields(Record fields) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            if (!component.isAnnotationPresent(TextOnly.class) && component.getType() != Verdict.class) {
                document.put(component.getName(), plain(value(fields, component)));
            }
        }
        return document;
    }

    private static Object plain(Object value) {
        if (value instanceof Record fields) {
            return fields(fields);
        }
        return value instanceof List<?> items
                ? items.stream().map(ReproductionRenderer::plain).toList()
                : value;
    }

    private static Object value(Record of, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a result's component cannot be read: " + component, e);
        }
    }
}
