package org.gan4j.experiments.mlflow.server;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Names and values in the form that MLflow takes: letters, digits, {@code _ - . space /}, and so long. */
public final class MlflowNames {
    private static final int LONGEST_NAME = 250;
    public static final int LONGEST_PARAM = 6000;
    public static final int LONGEST_TAG = 5000;

    private MlflowNames() {}

    /** The nearest name that every server takes: {@code fid(10k)} becomes {@code fid_10k}. */
    public static String sane(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{N}_\\-. /]+", "_");
        String trimmed = name.endsWith("_") ? letters : letters.replaceAll("_+$", "");
        String path = Arrays.stream(trimmed.split("/"))
                .map(String::strip)
                .filter(segment -> !segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "_" : cut(path, LONGEST_NAME);
    }

    /** Returns at most so many characters, the last of them a sign that some are missing. */
    public static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
