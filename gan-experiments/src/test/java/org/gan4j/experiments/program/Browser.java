package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real browser without a display.
 *
 * @param temp folder for what it leaves
 */
public record Browser(String chromium, Path temp) {
    private static final long PATIENCE = 120;

    /** What a page came to: its document after its scripts ran, if that was asked for, and what it logged. */
    public record Seen(String page, List<String> console) {}

    /** The one on the PATH; a test without it is skipped with the reason. */
    public static Browser find(Path temp) {
        String chromium = Stream.of("chromium", "chromium-browser", "google-chrome")
                .filter(Browser::isOnPath)
                .findFirst()
                .orElse("");
        Program.need(
                !chromium.isEmpty(),
                "no chromium on the PATH, so no page was opened in a browser; apt-get install chromium");
        return new Browser(chromium, temp);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Opens a page with {@code --dump-dom} or {@code --screenshot=FILE}, after ten seconds of the page's own time. */
    public Seen open(String address, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                chromium,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--blink-settings=preferredColorScheme=1",
                "--enable-logging=stderr",
                "--virtual-time-budget=10000",
                "--user-data-dir=" + Files.createTempDirectory(temp, "profile")));
        command.addAll(List.of(options));
        command.add(address);
        Path out = temp.resolve("page.txt");
        Path log = temp.resolve("log.txt");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        if (!browser.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            fail("the browser was still busy after " + PATIENCE + " s: " + Files.readString(log));
        }
        List<String> console = Files.readString(log)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Seen(Files.readString(out), console);
    }
}
