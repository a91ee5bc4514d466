package org.gan4j.experiments.program.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.registry.Extensions;

/** A context that keeps what a command tells it. */
public record Kept(
        List<String> arguments,
        Extensions parts,
        boolean dryRun,
        List<String> lines,
        List<Map<String, ?>> documents,
        List<String> notes)
        implements Context {
    public static Kept of(Extensions parts, boolean dryRun, String... arguments) {
        return new Kept(List.of(arguments), parts, dryRun, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public boolean quiet() {
        return false;
    }

    @Override
    public void print(String line) {
        lines.add(line);
    }

    @Override
    public void result(Map<String, ?> document) {
        documents.add(document);
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }
}
