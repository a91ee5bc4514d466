package org.gan4j.experiments.program.cli;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.part.Param;

/** The options that every command understands, anywhere among its arguments. */
record CommonOptions(
        @Param(value = "[]", doc = "a folder with further plug-ins: jars, or folders of jars")
        List<Path> plugins,

        @Param(value = "[]", doc = "class of a module that swaps parts")
        List<String> module,

        @Param(value = "false", doc = "the result as one JSON document")
        boolean json,

        @Param(value = "false", doc = "print neither remarks nor progress")
        boolean quiet,

        @Param(value = "false", doc = "print what would be done, without doing it")
        boolean dryRun,

        @Param(value = "false", doc = "print the version") boolean version,
        @Param(value = "false", doc = "print this help") boolean help) {}
