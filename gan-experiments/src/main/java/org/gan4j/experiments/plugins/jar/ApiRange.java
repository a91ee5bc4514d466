package org.gan4j.experiments.plugins.jar;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Compares what a jar's manifest asks of {@code org.gan4j.api} with what is here. bnd computes such a range as {@code
 * Import-Package} when the plug-in is built; by hand, {@code GAN-API: [0.1,1)} says the same. A jar that declares neither fits.
 */
public final class ApiRange {
    /** A range for the whole of gan-api, for those who build without bnd. */
    public static final String HEADER = "GAN-API";

    private static final String IMPORT = "Import-Package";
    private static final String EXPORT = "Export-Package";
    private static final String API = "org.gan4j.api";
    private static final String VERSION = "version";

    private final Map<String, Version> here;

    private ApiRange(Map<String, Version> here) {
        this.here = here;
    }

    /** Against the packages that the manifest of gan-api exports; against nothing if it exports none. */
    public static ApiRange of(Manifest api) {
        Map<String, Version> exported = new TreeMap<>();
        names(api.getMainAttributes(), EXPORT).names().forEach((name, attributes) -> {
            if (isApi(name)) {
                exported.put(name, Version.parse(attributes.getOrDefault(VERSION, "0")));
            }
        });
        return new ApiRange(exported);
    }

    /** Returns the reason why a plug-in of this manifest does not fit, if there is one. */
    public Optional<String> misfit(Manifest plugin) {
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Attributes attributes = plugin.getMainAttributes();
        try {
            Optional<String> whole =
                    Optional.ofNullable(attributes.getValue(HEADER)).flatMap(range -> misfit(API, range));
            return whole.or(() -> names(attributes, IMPORT).names().entrySet().stream()
                    .filter(imported -> isApi(imported.getKey()))
                    .filter(imported -> !"optional".equals(imported.getValue().get("resolution:")))
                    .flatMap(imported ->
                            misfit(imported.getKey(), imported.getValue().getOrDefault(VERSION, "0")).stream())
                    .findFirst());
        } catch (IllegalArgumentException e) {
            return Optional.of("its manifest cannot be understood: " + e.getMessage() + "; correct the header " + IMPORT
                    + " or " + HEADER);
        }
    }

    private Optional<String> misfit(String name, String range) {
        Version present = here.get(name);
        if (present == null) {
            return Optional.of("it needs the package " + name + ", which is not in this gan4j (" + API + " "
                    + here.get(API) + "); install versions of the plug-in and of gan4j that fit each other");
        }
        return VersionRange.parse(range).includes(present)
                ? Optional.empty()
                : Optional.of("it needs " + name + " " + range + ", but this is " + present
                        + "; install versions of the plug-in and of gan4j that fit each other");
    }

    private static ManifestHeader names(Attributes attributes, String header) {
        String value = attributes.getValue(header);
        return ManifestHeader.parse(value == null ? "" : value);
    }

    private static boolean isApi(String name) {
        return name.equals(API) || name.startsWith(API + ".");
    }
}
