package org.gan4j.experiments.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.store.Json;

/** Answers what the page asks for: its files, what the lab is, and the next frame. Used by one thread at a time. */
final class LabDesk implements AutoCloseable {
    private static final Pattern RECIPE = Pattern.compile("recipe/([01])");
    private static final Pattern STEPS = Pattern.compile("steps=(\\d{1,4})");
    private static final Map<String, Player> PLAYERS =
            Map.of("player=d", Player.DISCRIMINATOR, "player=g", Player.GENERATOR);
    private static final Set<String> ACTIONS =
            new TreeSet<>(Set.of("advance", "anew", "begin", "change", "draw", "restart", "update"));

    private static final Pattern SITUATION = Pattern.compile("situation=(\\d{1,4})");

    /** As long as the longest message that is understood. */
    static final int LONGEST_MESSAGE = DrawnPoints.LONGEST;

    private final LabMenu menu;
    private int situation;
    private Lab lab;
    private Pace pace = new Pace();

    /** A desk for the first situation of a menu, which the lab is in. */
    LabDesk(Lab lab, LabMenu menu) {
        this.lab = lab;
        this.menu = menu;
    }

    /** What the page offers, and where it is. */
    private record Menu(int present, List<LabMenu.Situation> situations) {}

    /** Answers a request that changes nothing. */
    LabAnswer get(String what) throws LabRefusal {
        Optional<LabAnswer> file = LabFiles.find(what);
        if (file.isPresent()) {
            return file.get();
        }
        if (what.equals("lab")) {
            return LabAnswer.of("application/json", Json.compact(lab.describe()));
        }
        if (what.equals("parts")) {
            return LabAnswer.of(
                    "application/json", Json.compact(PartsMenu.of(menu.parts().extensions())));
        }
        if (what.equals("drawn.csv")) {
            return LabAnswer.of("text/csv", drawn().csv());
        }
        if (what.equals("menu")) {
            return LabAnswer.of("application/json", Json.compact(new Menu(situation, menu.situations())));
        }
        Matcher recipe = RECIPE.matcher(what);
        if (recipe.matches()) {
            return LabAnswer.of(
                    "application/yaml",
                    lab.recipe(Integer.parseInt(recipe.group(1)))
                            .findFirst()
                            .orElseThrow(() -> new LabRefusal(404, "the lab has one arm, recipe/0")));
        }
        throw ACTIONS.contains(what)
                ? new LabRefusal(405, what + " is asked for with POST")
                : new LabRefusal(404, "nothing is called so here");
    }

    /** Answers a request that trains, updates one player, begins again or begins another situation, with the frame after it. */
    LabAnswer post(String what, String message) throws LabRefusal {
        switch (what) {
            case "advance" -> {
                return frame(advance(steps(message)));
            }
            case "update" -> {
                return frame(lab.update(player(message)));
            }
            case "change" -> {
                return frame(change(message));
            }
            case "anew" -> {
                anew(message);
                return frame(lab.advance(0));
            }
            case "draw" -> {
                draw(message);
                return frame(lab.advance(0));
            }
            case "begin" -> {
                begin(message);
                return frame(lab.advance(0));
            }
            case "restart" -> {
                if (!message.isEmpty()) {
                    throw new LabRefusal(400, "restart takes no message");
                }
                lab.restart();
                return frame(lab.advance(0));
            }
            default -> throw new LabRefusal(404, "POST takes " + String.join(", ", ACTIONS));
        }
    }

    private LabFrame change(String message) throws LabRefusal {
        try {
            return lab.change(changed(message));
        } catch (InvalidInput e) {
            throw new LabRefusal(400, String.valueOf(e.getMessage()));
        }
    }

    /** Begins at step 0 with other settings. */
    private void anew(String message) throws LabRefusal {
        try {
            replace(Lab.open(changed(message)));
        } catch (InvalidInput e) {
            throw new LabRefusal(400, String.valueOf(e.getMessage()));
        }
    }

    /** Begins at step 0 with points that were drawn. */
    private void draw(String message) throws LabRefusal {
        DrawnPoints points = DrawnPoints.parse(message);
        try {
            replace(Lab.open(lab.experiments().stream()
                    .map(experiment -> points.on(experiment, menu.parts()))
                    .toList()));
        } catch (InvalidInput e) {
            throw new LabRefusal(400, String.valueOf(e.getMessage()));
        }
    }

    private DrawnPoints drawn() throws LabRefusal {
        return DrawnPoints.of(lab.experiments().get(0))
                .orElseThrow(() -> new LabRefusal(404, "the data of this lab were not drawn"));
    }

    private List<Experiment> changed(String message) throws LabRefusal {
        return LabChange.parse(message, lab.experiments().size()).of(lab.experiments(), menu.parts());
    }

    private LabFrame advance(int asked) {
        int steps = pace.affordable(asked);
        long begun = System.nanoTime();
        LabFrame frame = lab.advance(steps);
        pace.took(steps, (System.nanoTime() - begun) / 1e9);
        return frame;
    }

    private void replace(Lab opened) {
        lab.close();
        lab = opened;
        pace = new Pace();
    }

    /** Leaves the present situation once the next one is open. */
    private void begin(String message) throws LabRefusal {
        Matcher number = SITUATION.matcher(message);
        int last = menu.situations().size() - 1;
        if (!number.matches() || Integer.parseInt(number.group(1)) > last) {
            throw new LabRefusal(400, "begin takes situation=N with N from 0 to " + last);
        }
        int next = Integer.parseInt(number.group(1));
        replace(Lab.open(menu.experiments().apply(next)));
        situation = next;
    }

    @Override
    public void close() {
        lab.close();
    }

    private static int steps(String message) throws LabRefusal {
        Matcher steps = STEPS.matcher(message);
        if (!steps.matches() || Integer.parseInt(steps.group(1)) > Lab.MOST_STEPS) {
            throw new LabRefusal(400, "advance takes steps=N with N from 0 to " + Lab.MOST_STEPS);
        }
        return Integer.parseInt(steps.group(1));
    }

    private static Player player(String message) throws LabRefusal {
        Player player = PLAYERS.get(message);
        if (player == null) {
            throw new LabRefusal(400, "update takes player=d or player=g");
        }
        return player;
    }

    private static LabAnswer frame(LabFrame frame) {
        return LabAnswer.of("application/json", Json.compact(frame));
    }
}
