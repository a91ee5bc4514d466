package org.gan4j.experiments.library.data.own;

/** Holds labels to the classes that the user says there are. */
final class LabelRange {
    private LabelRange() {}

    /** Returns the labels if each is one of 0 to {@code classes} - 1. */
    static int[] require(int[] labels, int classes, OwnFile file) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw file.wrong("label " + i + " is " + labels[i] + ", expected 0 to " + (classes - 1)
                        + " for dataset.classes=" + classes);
            }
        }
        return labels;
    }
}
