package @package@;

import org.gan4j.api.plugin.GanModule;

/** What this plug-in adds, each part under a name. */
public final class @Name@Module extends GanModule {
    @Override
    protected void configure() {
        loss("@name@", @Name@Loss.class);
    }
}
