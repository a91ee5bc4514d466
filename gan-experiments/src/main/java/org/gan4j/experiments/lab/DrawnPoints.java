package org.gan4j.experiments.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.own.HashSplit;

/**
 * Points of the plane that were drawn on the page: what {@code dataset=points} reads from a file with the same lines.
 *
 * @param lines a point each, as {@code x,y}
 */
record DrawnPoints(List<String> lines) implements Dataset.Finite {
    /** Enough that each split has some. */
    static final int LEAST = 50;

    static final int MOST = 2000;
    /** The longest message of points. */
    static final int LONGEST = 16 * MOST;

    private static final Pattern POINT = Pattern.compile("-?\\d(?:\\.\\d{1,3})?,-?\\d(?:\\.\\d{1,3})?");
    private static final String KEY = "dataset.file";
    private static final String FILE = "drawn.csv";

    DrawnPoints {
        lines = List.copyOf(lines);
    }

    static DrawnPoints parse(String message) throws LabRefusal {
        String[] lines = message.split("\n", -1);
        if (lines.length < LEAST || lines.length > MOST) {
            throw new LabRefusal(400, "a drawing has " + LEAST + " to " + MOST + " points, not " + lines.length);
        }
        for (String line : lines) {
            if (!POINT.matcher(line).matches()) {
                throw new LabRefusal(
                        400, "a drawing takes a line x,y for each point, with numbers above -10 and below 10");
            }
        }
        return new DrawnPoints(Arrays.asList(lines));
    }

    /** Returns an experiment on these points, whose batch is no larger than the training split. */
    Experiment on(Experiment before, LabParts parts) {
        int batch = Math.min(before.batch(), HashSplit.rows(lines.size(), Split.TRAIN).length);
        return parts.changed(before, Map.of("dataset", "points", KEY, FILE, LabParts.BATCH, String.valueOf(batch)))
                .standingIn(this);
    }

    /** Returns the points of an experiment, if they were drawn. */
    static Optional<DrawnPoints> of(Experiment experiment) {
        return experiment.parts().dataset().value() instanceof DrawnPoints drawn
                ? Optional.of(drawn)
                : Optional.empty();
    }

    String csv() {
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public Shape shape() {
        return Shape.of(2);
    }

    @Override
    public Table load(Split split) {
        float[] numbers = new float[2 * lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            int comma = lines.get(i).indexOf(',');
            numbers[2 * i] = Float.parseFloat(lines.get(i).substring(0, comma));
            numbers[2 * i + 1] = Float.parseFloat(lines.get(i).substring(comma + 1));
        }
        return HashSplit.select(new Table(shape(), numbers, Optional.empty()), split, KEY);
    }

    @Override
    public String digest() {
        return Digest.sha256(csv());
    }
}
