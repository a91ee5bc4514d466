package sample.library;

/** Stands for a class of a library that the program has on its class path, and of which a plug-in may bring its own copy. */
public final class Greeting {
    private Greeting() {}

    public static String text() {
        return "the program's copy";
    }
}
