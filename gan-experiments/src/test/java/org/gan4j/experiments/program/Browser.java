package org.gan4j.experiments.program;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** Drives a real browser without a display. It shows one page at a time. */
public final class Browser implements AutoCloseable {
    /** What a page may take on a busy machine. A page that is ready is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ChromeDriver driver;
    private final Path downloads;

    private Browser(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Starts the one on the PATH; a test without it is skipped with the reason. */
    public static Browser start() {
        Path chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Path chromedriver = onPath("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--blink-settings=preferredColorScheme=1");
        Path downloads = folder();
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(new ChromeDriver(service, options), downloads);
        browser.driver.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
        return browser;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("downloads");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for downloads", e);
        }
    }

    /** Waits until a page has saved a file of this name, and returns it. */
    public Path downloaded(String name) {
        Path file = downloads.resolve(name);
        return last(() -> file, Files::exists, path -> "no file " + path);
    }

    private static Path onPath(String... programs) {
        List<Path> found = Stream.of(programs)
                .flatMap(program -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .toList();
        Program.need(
                !found.isEmpty(),
                "no " + programs[0] + " on the PATH, so no page was opened in a browser;"
                        + " apt-get install chromium chromium-driver");
        return found.get(0);
    }

    /** Sets the size of what the page sees. */
    public Browser sized(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        // The window is larger than what it shows of a page.
        long missingWidth = width - (Long) driver.executeScript("return window.innerWidth");
        long missingHeight = height - (Long) driver.executeScript("return window.innerHeight");
        driver.manage().window().setSize(new Dimension((int) (width + missingWidth), (int) (height + missingHeight)));
        return this;
    }

    /** Opens a page. */
    public Browser open(String address) {
        driver.get(address);
        return this;
    }

    /** Opens a page from a file. */
    public Browser open(Path file) {
        return open(file.toUri().toString());
    }

    /** Goes into the page's first frame; what follows is about its document. */
    public Browser inFrame() {
        driver.switchTo().frame(0);
        return this;
    }

    /** Clicks on the element of an id. */
    public Browser click(String id) {
        driver.findElement(By.id(id)).click();
        return this;
    }

    /** Writes a text into the field of an id, in place of what it holds. */
    public Browser fill(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Draws a line with the mouse over the element of an id: from place to place, as shares of its width and height. */
    public Browser stroke(String id, double[]... places) {
        WebElement on = driver.findElement(By.id(id));
        driver.executeScript("arguments[0].scrollIntoView()", on);
        Actions mouse = new Actions(driver);
        for (int i = 0; i < places.length; i++) {
            // The middle of the element is the origin.
            mouse.moveToElement(on, (int) ((places[i][0] - 0.5) * on.getSize().getWidth()), (int)
                    ((places[i][1] - 0.5) * on.getSize().getHeight()));
            if (i == 0) {
                mouse.clickAndHold();
            }
        }
        mouse.release().perform();
        return this;
    }

    /** Presses a key that no element has the focus for. */
    public Browser press(String key) {
        driver.findElement(By.tagName("body")).sendKeys(key);
        return this;
    }

    /** Returns by how many pixels the page is wider than its window. */
    public long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** Returns the document as it is now, after what its scripts made of it. */
    public String page() {
        return (String) driver.executeScript("return document.documentElement.outerHTML");
    }

    /** Waits until the document has a text, and returns the document. */
    public String pageWith(String text) {
        return pageWhere("holds \"" + text + "\"", page -> page.contains(text));
    }

    /** Waits until the document is as expected, and returns it. */
    public String pageWhere(String expectation, Predicate<String> holds) {
        return last(this::page, holds, page -> "no page that " + expectation + ", but " + page);
    }

    /** Waits until the window is as expected, and returns what it shows. */
    public BufferedImage screenshotWhere(String expectation, Predicate<BufferedImage> holds) {
        return last(this::screenshot, holds, image -> "no window that " + expectation);
    }

    /** Looks again and again until what is seen is as expected. */
    private static <S> S last(Supplier<S> look, Predicate<S> holds, Function<S, String> otherwise) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        S seen = look.get();
        while (!holds.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within " + PATIENCE.toSeconds() + " s " + otherwise.apply(seen));
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a page was waited for", e);
        }
    }

    /** Returns what the page has logged since the last call. */
    public List<String> console() {
        return StreamSupport.stream(driver.manage().logs().get("browser").spliterator(), false)
                .map(LogEntry::toString)
                .toList();
    }

    /** Returns what the window shows. */
    public BufferedImage screenshot() {
        try {
            return ImageIO.read(new ByteArrayInputStream(driver.getScreenshotAs(OutputType.BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException("the browser's picture cannot be read", e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
