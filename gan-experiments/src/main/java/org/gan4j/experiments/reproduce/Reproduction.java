package org.gan4j.experiments.reproduce;

import java.util.List;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Something that the paper states or shows, done again by {@code gan reproduce NAME key=value…} or by a Java program. A reproduction is
 * a record: its components are its keys, {@link org.gan4j.api.part.About} is the line that help shows of it, and the name is the one it
 * is contributed under. It prints nothing: {@link ReproductionRenderer} makes text, JSON and the exit code from what it returns.
 */
public interface Reproduction {
    /** The point that reproductions are contributed to, with {@code contribute(Reproduction.POINT, name, type)}. */
    ExtensionPoint<Reproduction> POINT = new ExtensionPoint<>(
            "reproduction",
            Reproduction.class,
            "reproduces what the paper states or shows",
            "0.1",
            "gan reproduce theory",
            false);

    /**
     * Checks a request without training anything.
     *
     * @return what {@link #run} would train or measure, one text each; empty where it would only look at finished runs
     * @throws org.gan4j.api.problem.InvalidInput for the user's mistakes
     */
    List<String> plan(ReproductionRequest request);

    /**
     * Measures, and writes its files.
     *
     * @return the numbers, the files and the verdict
     * @throws org.gan4j.api.problem.InvalidInput for the user's mistakes, before anything is trained
     */
    ReproductionResult run(ReproductionRequest request);
}
