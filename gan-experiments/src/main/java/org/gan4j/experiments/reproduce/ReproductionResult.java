package org.gan4j.experiments.reproduce;

import java.nio.file.Path;
import java.util.List;

/**
 * The findings of a reproduction. An implementation is a record: its components, in their order, are the keys of the JSON document, except
 * those that {@link TextOnly} marks and the verdict.
 */
public interface ReproductionResult {
    /** Returns the files that it wrote. */
    default List<Path> files() {
        return List.of();
    }

    Verdict verdict();

    /** Says the numbers in words and tables; the renderer adds the verdict and the files. */
    void describe(ResultText text);
}
