package org.gan4j.experiments.run.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndActionsTest {
    @TempDir
    Path runs;

    /** An end of a plug-in that comes before the built-in ones, and fails. */
    record Failing() implements RunEnd {
        @Override
        public List<Path> ended(EndedRun run) throws IOException {
            throw new IOException("no ink");
        }
    }

    /** An end of a plug-in that leaves a file, made of the nets that are still open. */
    record Note() implements RunEnd {
        @Override
        public List<Path> ended(EndedRun run) throws IOException {
            Path file = run.outcome().folder().resolve("note.txt");
            return List.of(Files.writeString(
                    file, run.record().name() + " ended after " + run.nets().step()));
        }
    }

    /** An end that needs what nobody has, so that it cannot even be built. */
    static final class Unbuildable implements RunEnd {
        Unbuildable() {
            throw new IllegalStateException("no such library");
        }

        @Override
        public List<Path> ended(EndedRun run) {
            return List.of();
        }
    }

    static final class Ends extends GanModule {
        @Override
        protected void configure() {
            runEnd("a-failing", Failing.class);
            runEnd("a-unbuildable", Unbuildable.class);
            runEnd("note", Note.class);
        }
    }

    @Test
    void a_plug_ins_end_is_called_and_journaled_and_a_failing_one_hinders_nobody() {
        Games games = new Games(runs, new Ends());

        Outcome outcome = games.runner().run(games.cells().get(0));

        assertThat(outcome.status()).isEqualTo(Status.FINISHED);
        RunFolder folder = RunFolder.open(outcome.folder());
        assertThat(folder.path().resolve("note.txt")).hasContent("one/seed1 ended after 20");
        assertThat(folder.journal())
                .content()
                .containsSubsequence("outcome.json", "MLmodel", "note.txt", "report.html", "finished");
        assertThat(folder.report()).isNotEmptyFile();
    }
}
