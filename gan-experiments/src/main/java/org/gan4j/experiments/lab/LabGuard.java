package org.gan4j.experiments.lab;

import com.sun.net.httpserver.Headers;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Decides whose requests are answered: those of the page that the lab itself has handed out. The token in the address keeps other
 * users of the machine out. The names in {@code Host} and {@code Origin} keep out pages of other sites, also those whose name
 * leads to this machine.
 *
 * @param port  that the lab listens at
 * @param token that each path begins with
 */
record LabGuard(int port, String token) {
    private static final int TOKEN_BYTES = 16;

    static LabGuard at(int port) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return new LabGuard(port, HexFormat.of().formatHex(random));
    }

    /** Returns where the page is. */
    String address() {
        return "http://127.0.0.1:" + port + "/" + token + "/";
    }

    /** Returns what a path asks for, without the token. */
    String admit(Headers headers, String path) throws LabRefusal {
        Set<String> own = Set.of("127.0.0.1:" + port, "localhost:" + port);
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !own.contains(hosts.get(0))) {
            throw new LabRefusal(403, "the lab answers at 127.0.0.1:" + port + " alone");
        }
        List<String> origins = headers.getOrDefault("Origin", List.of());
        if (!origins.stream().allMatch(origin -> origin.equals("http://" + hosts.get(0)))) {
            throw new LabRefusal(403, "the lab answers its own page alone");
        }
        String beginning = "/" + token + "/";
        if (!path.startsWith(beginning)) {
            throw new LabRefusal(404, "nothing is here; the address that gan lab prints has a token in it");
        }
        return path.substring(beginning.length());
    }
}
