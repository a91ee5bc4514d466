package org.gan4j.experiments.program.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.DiskTrouble;

/** Prepares the place that a user names with {@code --out}, before the work that fills it. */
public final class OutFile {
    private OutFile() {}

    /**
     * Makes the folder that a file is to lie in.
     *
     * @throws InvalidInput if there can be no such folder
     * @throws org.gan4j.api.problem.WorkFailed if the disk is full
     */
    public static void prepare(Path out) {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            if (DiskTrouble.isFull(e)) {
                throw DiskTrouble.writing(folder, e);
            }
            throw new InvalidInput("--out " + out, "cannot be written: " + DiskTrouble.reason(e));
        }
    }
}
