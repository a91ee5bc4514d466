package org.gan4j.experiments.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.store.Json;

/** Answers what the page asks for: its files, what the lab is, and the next frame. */
record LabDesk(Lab lab) {
    private static final Map<String, String> FILES =
            Map.of("index.html", "text/html", "lab.css", "text/css", "lab.js", "text/javascript");

    private static final Pattern RECIPE = Pattern.compile("recipe/([01])");
    private static final Pattern STEPS = Pattern.compile("steps=(\\d{1,4})");

    /** Longer than every message that is understood. */
    static final int LONGEST_MESSAGE = 64;

    /** Answers a request that changes nothing. */
    LabAnswer get(String what) throws LabRefusal {
        if (what.isEmpty()) {
            return get("index.html");
        }
        if (FILES.containsKey(what)) {
            return LabAnswer.of(FILES.get(what), resource(what));
        }
        if (what.equals("palette.css")) {
            return LabAnswer.of("text/css", Palette.css());
        }
        if (what.equals("lab")) {
            return LabAnswer.of("application/json", Json.compact(lab.describe()));
        }
        Matcher recipe = RECIPE.matcher(what);
        if (recipe.matches()) {
            return LabAnswer.of(
                    "application/yaml",
                    lab.recipe(Integer.parseInt(recipe.group(1)))
                            .findFirst()
                            .orElseThrow(() -> new LabRefusal(404, "the lab has one arm, recipe/0")));
        }
        throw isAction(what)
                ? new LabRefusal(405, what + " is asked for with POST")
                : new LabRefusal(404, "nothing is called so here");
    }

    /** Answers a request that trains or begins again, with the frame after it. */
    LabAnswer post(String what, String message) throws LabRefusal {
        switch (what) {
            case "advance" -> {
                return frame(steps(message));
            }
            case "restart" -> {
                if (!message.isEmpty()) {
                    throw new LabRefusal(400, "restart takes no message");
                }
                lab.restart();
                return frame(0);
            }
            default -> throw new LabRefusal(404, "POST takes advance and restart");
        }
    }

    private static boolean isAction(String what) {
        return what.equals("advance") || what.equals("restart");
    }

    private static int steps(String message) throws LabRefusal {
        Matcher steps = STEPS.matcher(message);
        if (!steps.matches() || Integer.parseInt(steps.group(1)) > Lab.MOST_STEPS) {
            throw new LabRefusal(400, "advance takes steps=N with N from 0 to " + Lab.MOST_STEPS);
        }
        return Integer.parseInt(steps.group(1));
    }

    private LabAnswer frame(int steps) {
        return LabAnswer.of("application/json", Json.compact(lab.advance(steps)));
    }

    private static String resource(String name) {
        try (InputStream in = LabDesk.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program's jar lacks the lab's " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
