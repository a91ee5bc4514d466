package org.gan4j.experiments.run.end;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.experiments.plugins.ContributedParts;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is contributed for one kind of end, of a run or of a comparison. A failure of one is logged,
 * and neither fails the run nor hinders the others.
 *
 * @param parts in the order in which they are called
 */
public record EndActions<E>(List<Part<E>> parts) {
    private static final Logger LOG = LoggerFactory.getLogger(EndActions.class);

    /** One way to call a contribution. */
    @FunctionalInterface
    public interface Call<E> {
        /** Returns the files that the journal is to name. */
        List<Path> on(E contribution) throws Exception;
    }

    /** Builds all contributions of a point. */
    public static <E> EndActions<E> of(Extensions extensions, ExtensionPoint<E> point) {
        return new EndActions<>(ContributedParts.all(extensions, point));
    }

    /**
     * Calls each, and journals the files that it returns.
     *
     * @return whether the disk took everything
     */
    public boolean call(Call<E> call, RunFolder folder, Journal journal, long step, long millis) {
        boolean taken = true;
        for (Part<E> part : parts) {
            try {
                for (Path file : call.on(part.value())) {
                    journal.artifact(folder.relative(file), step, millis);
                }
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                LOG.warn(
                        "{} {} failed for {}: {}",
                        part.key(),
                        part.name(),
                        folder.path(),
                        e.getMessage() == null ? e.toString() : e.getMessage());
                taken &= !DiskTrouble.isCauseOf(e);
            }
        }
        return taken && journal.lost() == 0;
    }
}
