package org.gan4j.api.launch;

import java.io.IOException;
import java.util.function.Consumer;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Hands the cells of a comparison to an engine, such as a cluster's. The engine starts {@code gan cell COMPARISON NUMBER}
 * once for each cell, on any machine that sees the comparison's folder under the same path.
 *
 * <p>What an engine may rely on:
 *
 * <ul>
 *   <li>Cells depend on nothing but the comparison's folder and on no other cell. They may run in any order, at the same
 *       time and on different machines.
 *   <li>A cell may be started again at any time: it resumes from its last checkpoint, or is found done. If another process
 *       works on it, the second leaves with exit code 1.
 *   <li>On SIGTERM a cell writes a checkpoint, within about 20 seconds, and ends.
 *   <li>Exit code 0 means that the cell has its result. After 1, and after a signal, it is worth a retry. After 2 it is
 *       not: a setting or a plug-in is wrong.
 * </ul>
 *
 * <p>What is asked of a launcher: it changes no result and writes nothing into the runs. It either leaves the cells to the
 * engine, and the user concludes with {@code gan resume COMPARISON}, or waits until the engine has run them. In both cases
 * the cells that no engine has run are run by the process that concludes.
 */
public interface Launcher {
    ExtensionPoint<Launcher> POINT = ExtensionPoint.several(
            "launcher",
            Launcher.class,
            "what runs the cells of a comparison",
            "gan compare ring seed=1,2 launcher=slurm --dry-run");

    /** Returns the job as the engine reads it, such as a script; empty if there is none to look at. */
    String job(PlannedCells cells);

    /**
     * Hands the cells to the engine.
     *
     * @param say takes a line for the user, such as the name that the engine gave to the job
     * @return whether the engine works on; if not, the comparison is concluded at once
     * @throws org.gan4j.api.problem.WorkFailed if the engine does not take them
     */
    boolean launch(PlannedCells cells, Consumer<String> say) throws IOException, InterruptedException;
}
