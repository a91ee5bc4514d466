package com.example.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.launch.PlannedCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {
    @Test
    void each_cell_has_a_line(@TempDir Path folder) throws Exception {
        List<String> said = new ArrayList<>();

        assertThat(new CommandLines("gan").launch(new PlannedCells(folder, 2), said::add))
                .as("whoever reads the lines works on")
                .isTrue();

        Path file = folder.resolve("cells.txt");
        assertThat(Files.readString(file)).isEqualTo("gan cell '" + folder + "' 1\ngan cell '" + folder + "' 2\n");
        assertThat(said).containsExactly("the command lines are in " + file);
    }
}
