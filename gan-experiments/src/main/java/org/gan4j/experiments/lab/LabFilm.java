package org.gan4j.experiments.lab;

import java.util.List;
import java.util.stream.Collectors;
import org.gan4j.experiments.draw.Palette;

/**
 * A page that shows frames without a server: styles and scripts stand in it, and the lab's own page puts the frames there. The
 * scripts are the modules that the lab's page loads, one after the other in one module, so their imports and exports are left out.
 */
final class LabFilm {
    /** Each after those that it imports. */
    private static final List<String> MODULES = List.of("pen.js", "scene.js", "charts.js", "view.js", "film.js");

    private LabFilm() {}

    static String page() {
        String scripts = MODULES.stream()
                .map(LabFiles::text)
                .map(LabFilm::withoutModules)
                .collect(Collectors.joining("\n"));
        return LabFiles.text("film.html")
                .replace("/*STYLES*/", Palette.css() + LabFiles.text("lab.css"))
                .replace("/*SCRIPTS*/", scripts);
    }

    private static String withoutModules(String script) {
        return script.replaceAll("(?m)^import .*;$", "").replaceAll("(?m)^export ", "");
    }
}
