package org.gan4j.experiments;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.command.PluginsCommand;

/** What the program itself contributes; found as any plug-in's module is found. */
public final class ExperimentsModule extends GanModule {
    @Override
    protected void configure() {
        command("plugins", PluginsCommand.class);
    }
}
