package org.gan4j.experiments.run.checkpoint;

import java.util.List;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.DiskTrouble;

/** Tries what must not be lost again for two seconds while the disk is full. */
public final class Patience {
    private static final List<Long> PAUSES_MILLIS = List.of(250L, 750L, 1000L);

    private Patience() {}

    /** Writes something, again after each pause while the disk is full. */
    public static void write(Runnable writing) {
        for (long pause : PAUSES_MILLIS) {
            try {
                writing.run();
                return;
            } catch (WorkFailed e) {
                if (!DiskTrouble.isFull(e)) {
                    throw e;
                }
                sleep(pause);
            }
        }
        writing.run();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
