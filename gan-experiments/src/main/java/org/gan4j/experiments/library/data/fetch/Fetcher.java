package org.gan4j.experiments.library.data.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.library.data.files.Cache;
import org.gan4j.experiments.library.data.files.Cache.Condition;
import org.gan4j.experiments.library.data.files.Cache.State;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.source.Attempt;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a set into the cache. Sources are tried in order; whatever one gives must have the pinned SHA-256, and nothing is
 * kept of one that fails. There is never another set in place of the one asked for.
 *
 * @param cache       where sets are kept
 * @param environment the variables {@code GAN_MIRROR} and those for proxies
 * @param note        hears what is done, a line at a time
 */
public record Fetcher(Cache cache, Map<String, String> environment, Consumer<String> note) {
    private static final Logger LOG = LoggerFactory.getLogger(Fetcher.class);

    /** A fetcher for the user's own cache. */
    public static Fetcher of(Map<String, String> environment, Consumer<String> note) {
        return new Fetcher(Cache.of(environment), environment, note);
    }

    /** Returns a fetcher for the user's own cache that logs what it does. */
    public static Fetcher logging(Map<String, String> environment) {
        return of(environment, LOG::info);
    }

    /** The folder of a set, which is fetched if it is not there. */
    public Path ensure(FileSet set) {
        return fetch(set, SourceChoice.AUTO);
    }

    /**
     * Fetches a set; without a choice of the user's only if the cache lacks it.
     *
     * @return the folder it is kept in
     * @throws WorkFailed if no source gave it; lists what was tried and why each failed
     * @throws org.gan4j.api.problem.InvalidInput if the sources do not have the set, or the user's folder does not
     */
    public Path fetch(FileSet set, SourceChoice choice) {
        Condition condition = cache.condition(set);
        if (choice.equals(SourceChoice.AUTO) && condition.state() == State.PRESENT) {
            return cache.folder(set);
        }
        List<Attempt> attempts = choice.attempts(set, environment);
        if (choice.equals(SourceChoice.AUTO)) {
            condition.problems().forEach(note);
            note.accept(set.name() + " is " + (condition.state() == State.ABSENT ? "not yet" : "not whole") + " in "
                    + cache.folder(set) + ": fetching it");
        }
        return fromAny(set, attempts);
    }

    /** Returns what {@link #fetch} would try, for {@code --dry-run}. */
    public List<String> plan(FileSet set, SourceChoice choice) {
        return choice.attempts(set, environment).stream()
                .map(Attempt::description)
                .toList();
    }

    private static String checked(FileSet set) {
        return set.files().stream().allMatch(FileSet.KnownFile::pinned)
                ? "verified"
                : "of the right format (no SHA-256 of the set is published to compare with)";
    }

    private Path fromAny(FileSet set, List<Attempt> attempts) {
        List<String> failures = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Path staged = cache.stage(set);
            try {
                note.accept("  trying " + attempt.description());
                attempt.fetch(set, staged);
                cache.install(set, staged);
                note.accept(set.name() + ": " + checked(set) + " and kept in " + cache.folder(set));
                return cache.folder(set);
            } catch (Unavailable e) {
                note.accept("  no: " + e.getMessage());
                failures.add(attempt.description() + ": " + e.getMessage());
            } finally {
                Cache.delete(staged);
            }
        }
        throw new WorkFailed(set.name() + " could not be fetched (" + String.join("; ", failures) + "). Put "
                + set.fileNames() + ", plain or .gz, into a folder and run: gan data fetch " + set.name()
                + " --from dir:FOLDER. The data set fashion-mini is part of the program and needs no network");
    }
}
