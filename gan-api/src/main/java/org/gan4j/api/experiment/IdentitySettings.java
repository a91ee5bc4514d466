package org.gan4j.api.experiment;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.binding.Scalars;
import org.gan4j.digest.Digest;

/** Selects the settings that can change a result: they are an experiment's identity. */
public final class IdentitySettings {
    private static final List<String> NO_RESULT =
            List.of("runs", "device", "precision.force", "checkpoint.keep", "checkpoint.permanent");

    /** These change a result only where nets may go back: they decide at which step, and to which checkpoint. */
    private static final List<String> NO_RESULT_WITHOUT_ROLLBACK =
            List.of("costly.every", "report.every", "checkpoint.every", "checkpoint.best");

    private static final String ON_NAN = "on-nan";
    private static final String PRECISION = "precision";

    private IdentitySettings() {}

    /** Returns those of the given settings that can change a result. */
    public static SortedMap<String, String> of(SortedMap<String, String> settings) {
        SortedMap<String, String> identity = new TreeMap<>(settings);
        identity.keySet().removeAll(NO_RESULT);
        if (!Scalars.write(OnNan.ROLLBACK).equals(settings.get(ON_NAN))) {
            identity.keySet().removeAll(NO_RESULT_WITHOUT_ROLLBACK);
            // A run of a version without the setting stops too, and has the same identity.
            identity.remove(ON_NAN);
        }
        if (Scalars.write(Precision.FLOAT32).equals(settings.get(PRECISION))) {
            // As above: every run of a version without the setting was float32.
            identity.remove(PRECISION);
        }
        return identity;
    }

    /** Returns the SHA-256 of an identity. */
    public static String hash(SortedMap<String, String> identity) {
        return Digest.sha256(
                identity.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n")));
    }
}
