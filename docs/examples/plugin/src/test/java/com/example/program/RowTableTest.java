package com.example.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTableTest {
    @Test
    void each_row_is_a_line(@TempDir Path folder) throws IOException {
        Comparison.Row row = new Comparison.Row("minimax", "eval/jsd", 3, 0, 0, 0.25, 0.2, 0.3, "a");
        Comparison comparison = new Comparison(folder, List.of(), List.of(row), List.of(), "", "");

        assertThat(new RowTable().ended(comparison)).singleElement().satisfies(file -> assertThat(file)
                .hasFileName("rows.csv")
                .hasContent("arm,metric,n,mean,low,high\n\"minimax\",eval/jsd,3,0.25,0.2,0.3\n"));
    }
}
