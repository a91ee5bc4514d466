package org.gan4j.experiments.run.end;

import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.net.Redaction;
import org.gan4j.experiments.store.RunFolder;

/** Says why a run failed. A fault of the program or of a plug-in also leaves its stack trace in the run's folder. */
public final class FailureReason {
    private FailureReason() {}

    /** Returns the reason in one sentence. */
    public static String of(Throwable failure, RunFolder folder) {
        if (failure instanceof WorkFailed || failure instanceof InvalidInput) {
            return String.valueOf(failure.getMessage());
        } else if (failure instanceof OutOfMemoryError) {
            return failure.toString();
        }
        String reason = Redaction.of(failure.toString());
        try {
            WholeFile.write(folder.errorText(), Redaction.ofTrace(failure));
            return reason + " (" + folder.errorText().getFileName() + " in the run's folder has the details)";
        } catch (WorkFailed e) {
            return reason;
        }
    }
}
