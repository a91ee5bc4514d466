package org.gan4j.experiments.launch;

import java.util.function.Consumer;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.part.About;

/** Leaves all cells to the process that concludes the comparison, which runs them. */
@About("this process, one cell after the other or --together N")
public record LocalLauncher() implements Launcher {
    @Override
    public String job(PlannedCells cells) {
        return "";
    }

    @Override
    public boolean launch(PlannedCells cells, Consumer<String> say) {
        return false;
    }
}
