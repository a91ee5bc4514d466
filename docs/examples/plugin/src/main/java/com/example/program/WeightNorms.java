package com.example.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.part.About;

/** A file in each run's folder that says how long each weight of the nets was when the run ended. */
@About("writes the length of each weight into artifacts/norms.csv")
public record WeightNorms() implements RunEnd {
    @Override
    public List<Path> ended(EndedRun run) throws IOException {
        StringBuilder text = new StringBuilder("weight,norm\n");
        run.nets().weights().forEach((name, weight) -> text.append(name + "," + norm(weight) + "\n"));
        Path file = run.outcome().folder().resolve("artifacts").resolve("norms.csv");
        Files.createDirectories(file.getParent());
        return List.of(Files.writeString(file, text));
    }

    private static double norm(FloatTensor weight) {
        double sum = 0;
        for (float value : weight.values()) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
