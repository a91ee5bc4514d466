package org.gan4j.experiments.library.data.source;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.experiments.library.data.files.FileSet;

/**
 * A kind of place that a data set's files come from, chosen with {@code gan data fetch NAME --from SOURCE}. A source with one
 * parameter takes it after a colon, as in {@code dir:/data/mnist}.
 */
public interface DataSource {
    /** The point that sources are contributed to, with {@code contribute(DataSource.POINT, name, type)}. */
    ExtensionPoint<DataSource> POINT = ExtensionPoint.several(
            "source",
            DataSource.class,
            "a place that data sets are fetched from",
            "gan data fetch mnist --from mirror --dry-run");

    /**
     * Returns the addresses to try, in order; none if this source does not have the set.
     *
     * @param environment variables of the process, such as those for mirrors and proxies
     */
    List<Attempt> attempts(FileSet set, Map<String, String> environment);
}
