package org.gan4j.experiments.reproduce;

import org.gan4j.api.command.Context;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Something that the paper states or shows, done again by {@code gan reproduce NAME key=value…}. A reproduction is a record: its
 * components are its keys, {@link org.gan4j.api.part.About} is the line that help shows of it, and the name is the one it is
 * contributed under.
 */
public interface Reproduction {
    /** The point that reproductions are contributed to, with {@code contribute(Reproduction.POINT, name, type)}. */
    ExtensionPoint<Reproduction> POINT = new ExtensionPoint<>(
            "reproduction",
            Reproduction.class,
            "what the paper states or shows, done again",
            "0.1",
            "gan reproduce theory",
            false);

    /**
     * Does it: prints the result, and hands over the document for {@code --json}.
     *
     * @param context extensions, and where results go; its arguments are those of the command, the name among them
     * @return the exit code: 0 if it came out as the paper says, 1 if not
     * @throws org.gan4j.api.problem.InvalidInput for the user's mistakes
     */
    int run(Context context) throws Exception;
}
