package org.gan4j.experiments.mlflow.page;

import org.gan4j.api.track.RunRecord;

/** The text of an experiment's page in MLflow. */
public final class ExperimentNote {
    private ExperimentNote() {}

    /** The description, in Markdown, after one of its runs. */
    public static String of(RunRecord run) {
        return """
            Generative adversarial nets on the data set **%s** (one example: %s), trained by gan4j.

            - A run is named loss/seed. A comparison is the parent of its runs; its description says what can be concluded.
            - The menu *Views* has charts ready: the losses, with mean and range over seeds, and the runs, with sample pictures.
            - Each run's page, and the comparison's, is the artifact `report.html`.
            """.formatted(run.data().name(), run.data().shape());
    }
}
