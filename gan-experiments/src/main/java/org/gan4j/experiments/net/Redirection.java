package org.gan4j.experiments.net;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads answers that say: what you ask for is elsewhere. */
public final class Redirection {
    private static final Set<Integer> STATUS = Set.of(301, 302, 303, 307, 308);

    private Redirection() {}

    /** Returns the address that the answer leads to, if it leads anywhere. */
    public static Optional<URI> of(URI asked, HttpResponse<?> answer) {
        if (!STATUS.contains(answer.statusCode())) {
            return Optional.empty();
        }
        try {
            return answer.headers().firstValue("Location").map(asked::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether two addresses have one host, and the second is not less secure than the first. */
    public static boolean isSameServer(URI from, URI to) {
        WebAddress first = WebAddress.of(from.toString());
        WebAddress second = WebAddress.of(to.toString());
        return first.host().equalsIgnoreCase(second.host()) && !isDowngrade(from, to);
    }

    /** Returns whether what was asked for with https would be asked for without. */
    public static boolean isDowngrade(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme());
    }

    /** Returns whether the same thing is asked for at another server, and not another thing, such as a page to log in. */
    public static boolean isSameThing(URI from, URI to) {
        return String.valueOf(to.getRawPath()).endsWith(String.valueOf(from.getRawPath()))
                && Objects.equals(from.getRawQuery(), to.getRawQuery());
    }
}
