package org.gan4j.experiments.plugins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** One jar of every kind that cannot be used, named for what is wrong with it. */
public final class BrokenJars {
    /** The Java after this one, as the number in a class file, which is 44 ahead. */
    private static final int NEXT_JAVA = Runtime.version().feature() + 1 + 44;

    private static final String MODULE = """
        public final class Plug extends org.gan4j.api.plugin.GanModule {
            @Override protected void configure() { %s }
        }
        """;
    private static final String RECIPE = """
        @org.gan4j.api.part.About("says hello")
        public final class Greet implements org.gan4j.api.experiment.Recipe {
            @Override public String yaml() { return %s; }
        }
        """;

    private final Path folder;

    public BrokenJars(Path folder) {
        this.folder = folder;
    }

    /** A plug-in with nothing wrong: a recipe under the name of its package, in a package of that name. */
    static PluginJar sound(String name) {
        return plugin(name, "recipe(\"" + name + "\", Greet.class);").source(name + ".Greet", RECIPE.formatted("\"\""));
    }

    private static PluginJar plugin(String name, String configure) {
        return new PluginJar()
                .source(name + ".Plug", MODULE.formatted(configure))
                .service(name + ".Plug");
    }

    private void write(String name, PluginJar jar) {
        jar.write(folder.resolve(name + ".jar"));
    }

    /** Writes them all, and the two sound ones that others clash with. */
    public void writeAll() throws IOException {
        unreadable();
        wronglyPacked();
        lacking();
        throwing();
        clashing();
        outOfRange();
    }

    private void unreadable() throws IOException {
        Files.writeString(folder.resolve("garbage.jar"), "this is no jar");
        Files.write(folder.resolve("empty.jar"), new byte[0]);
        byte[] whole = Files.readAllBytes(sound("half").write(folder.resolve("half.jar")));
        Files.write(folder.resolve("half.jar"), Arrays.copyOf(whole, whole.length / 2));
        write("damaged", sound("damaged").entry("damaged/Greet.class", "no class".getBytes(StandardCharsets.UTF_8)));
    }

    private void wronglyPacked() {
        write("library", new PluginJar().source("lib.Words", "public final class Words {}"));
        write(
                "forgotten",
                new PluginJar()
                        .source("forgotten.Plug", MODULE.formatted("recipe(\"forgotten\", Greet.class);"))
                        .source("forgotten.Greet", RECIPE.formatted("\"\"")));
        write("absent", sound("absent").without("absent.Plug"));
        write(
                "stranger",
                new PluginJar()
                        .source("bad.Stranger", "public final class Stranger {}")
                        .service("bad.Stranger"));
        write(
                "house",
                new PluginJar()
                        .source("org.gan4j.mine.Plug", MODULE.formatted(""))
                        .service("org.gan4j.mine.Plug"));
        write("newer", sound("newer").classFileVersion(NEXT_JAVA));
    }

    private void lacking() {
        String words = "public final class Words { public static String word() { return \"\"; } }";
        write("missing", sound("missing").without("missing.Greet"));
        write(
                "deep",
                plugin("deep", "recipe(\"deep\", Greet.class);")
                        .source("deep.Greet", RECIPE.formatted("deep.inner.Speech.word()"))
                        .source(
                                "deep.inner.Speech",
                                "public final class Speech { public static String word() { return lib.Words.word(); }"
                                        + " }")
                        .source("lib.Words", words)
                        .without("lib.Words"));
        write(
                "other-api",
                plugin("other", "recipe(\"other\", Greet.class);")
                        .source("other.Greet", RECIPE.formatted("org.gan4j.api.Later.word()"))
                        .source("org.gan4j.api.Later", words.replace("Words", "Later"))
                        .without("org.gan4j.api.Later"));
    }

    private void throwing() {
        write("constructor", new PluginJar().source("bad.Throws", """
            public final class Throws extends org.gan4j.api.plugin.GanModule {
                public Throws() { throw new IllegalStateException("no licence file"); }
            }
            """).service("bad.Throws"));
        write("arguments", new PluginJar().source("bad.Needs", """
            public final class Needs extends org.gan4j.api.plugin.GanModule {
                public Needs(int number) {}
            }
            """).service("bad.Needs"));
        write("configure", plugin("configure", "throw new IllegalStateException(\"no network\\nhere\");"));
        write("initializer", new PluginJar().source("bad.Early", """
            public final class Early extends org.gan4j.api.plugin.GanModule {
                static final int N = Integer.parseInt("many");
            }
            """).service("bad.Early"));
    }

    private void clashing() {
        // The jars are read in the order of their names.
        write("owner", sound("owner"));
        write(
                "taken",
                plugin("taken", "recipe(\"owner\", Greet.class);").source("taken.Greet", RECIPE.formatted("\"\"")));
        write("once", sound("once"));
        write("twice", sound("once"));
        write("point", plugin("point", """
            contribute(
                    new org.gan4j.api.part.ExtensionPoint<>("los", Object.class, "", "", "", false), "x", Object.class);
            """));
        write("swapping", plugin("swapping", """
            bind(org.gan4j.api.Prior.class)
                    .toInstance(new org.gan4j.standard.prior.GaussianPrior(3, 2));
            """));
    }

    private void outOfRange() {
        write(
                "range",
                sound("range")
                        .header(
                                "Import-Package",
                                "com.google.inject;version=\"[1.4,2)\",org.gan4j.api.run;version=\"[2.0,3)\""));
        write("range-by-hand", sound("hand").header("GAN-API", "[0.2,1)"));
        write("unknown-package", sound("unknown").header("Import-Package", "org.gan4j.api.future"));
        write("bad-range", sound("badrange").header("GAN-API", "[new]"));
    }
}
