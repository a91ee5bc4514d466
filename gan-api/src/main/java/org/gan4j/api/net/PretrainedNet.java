package org.gan4j.api.net;

import java.nio.file.Path;

/** A generator or discriminator whose net begins with weights that an earlier run trained. */
public interface PretrainedNet {
    /** The folder of that run, or of an experiment with one run. */
    Path pretrained();

    /**
     * The place of these weights in this player's net: the scope under which the whole net of the earlier run's player
     * is repeated, such as {@code onto1}.
     */
    String place();
}
