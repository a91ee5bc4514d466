package org.gan4j.binding;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.Problems;

/** Checks the numbers of a part that was made in Java against the ranges that its {@link Param}s declare. */
public record RangeCheck(Problems problems) {
    /** Adds a problem for each number of the part, and of the parts within it, that is out of its range. */
    public void check(String key, Object part) {
        if (!part.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                check(
                        key + "." + Parameter.nameOf(component),
                        component.getAnnotation(Param.class),
                        component.getAccessor().invoke(part));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(part.getClass().getName() + " cannot be read", e);
            }
        }
    }

    private void check(String key, Param declared, Object value) {
        if (value instanceof List<?> items) {
            items.forEach(item -> check(key, declared, item));
        } else if (value instanceof Number number) {
            if (declared != null && !Scalars.isWithin(declared, number)) {
                problems.add(key, outside(key, declared, Scalars.write(value)));
            }
        } else if (value != null) {
            check(key, value);
        }
    }

    /** Returns the message for a number that is out of its range. */
    static String outside(String key, Param declared, String text) {
        return "'" + key + "' must be " + Scalars.range(declared.min(), declared.max()) + ", not " + text;
    }
}
