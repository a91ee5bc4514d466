package org.gan4j.registry;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.digest.Digest;

/** A module as it was found: what {@code gan plugins} lists and a run records. */
public record Plugin(GanModule module) {
    /** The module's class name. */
    public String id() {
        return module.getClass().getName();
    }

    /** The version in its jar's manifest, or {@code unversioned}. */
    public String version() {
        String version = module.getClass().getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }

    /** The jar or class folder it was loaded from. */
    public Optional<Path> location() {
        return Digest.codeSource(module.getClass());
    }
}
