package org.gan4j.experiments.library.data.source.client;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.About;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.DataSource;

/** The Debian package of a set, if there is one. */
@About("the Debian package of the set, as installed or downloaded by apt-get")
public record AptSource() implements DataSource {
    @Override
    public List<Attempt> attempts(FileSet set, Map<String, String> environment) {
        return set.debian().<Attempt>map(Apt::new).stream().toList();
    }
}
