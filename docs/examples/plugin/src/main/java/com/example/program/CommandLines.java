package com.example.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** A file with one command line for each cell, for any program that works through lines, such as {@code xargs}. */
@About("writes a command line for each cell into cells.txt")
public record CommandLines(
        @Param(value = "gan", doc = "the program, as the lines call it")
        String gan) implements Launcher {
    @Override
    public String job(PlannedCells cells) {
        return IntStream.rangeClosed(1, cells.count())
                .mapToObj(cell -> gan + " cell '" + cells.comparison() + "' " + cell + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public boolean launch(PlannedCells cells, Consumer<String> say) throws IOException {
        Path file = Files.writeString(cells.comparison().resolve("cells.txt"), job(cells));
        say.accept("the command lines are in " + file);
        return true;
    }
}
