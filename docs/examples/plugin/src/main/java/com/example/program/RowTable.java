package com.example.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.part.About;

/** A file in each comparison's folder with the mean of each metric of each arm, for a spreadsheet. */
@About("writes the rows of a comparison into rows.csv")
public record RowTable() implements ComparisonEnd {
    @Override
    public List<Path> ended(Comparison comparison) throws IOException {
        StringBuilder text = new StringBuilder("arm,metric,n,mean,low,high\n");
        for (Comparison.Row row : comparison.rows()) {
            text.append("\"%s\",%s,%d,%s,%s,%s\n"
                    .formatted(row.arm(), row.metric(), row.n(), row.mean(), row.low(), row.high()));
        }
        return List.of(Files.writeString(comparison.folder().resolve("rows.csv"), text));
    }
}
