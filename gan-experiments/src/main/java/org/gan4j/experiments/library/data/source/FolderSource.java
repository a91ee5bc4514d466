package org.gan4j.experiments.library.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.data.files.FileSet;

/** A folder or an archive of the user's. */
@About("a folder on this machine that holds the files, plain or with .gz, or a tar archive of them")
public record FolderSource(
        @Param(doc = "the folder, or the archive") Path path) implements DataSource {
    @Override
    public List<Attempt> attempts(FileSet set, Map<String, String> environment) {
        return List.of(new OwnFolder(path));
    }
}
