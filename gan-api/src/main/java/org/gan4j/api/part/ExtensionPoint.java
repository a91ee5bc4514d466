package org.gan4j.api.part;

/**
 * A place where plug-ins add parts. Points describe themselves and are contributions too: any module may declare one.
 *
 * @param id        its name, also the key of the part in an experiment
 * @param contract  the type that a contribution implements
 * @param purpose   what contributions are for, in a sentence
 * @param since     the version of gan-api that declared it
 * @param example   how a part is chosen
 * @param swappable whether an experiment has exactly one such part, which {@code --module} may override
 */
public record ExtensionPoint<P>(
        String id, Class<P> contract, String purpose, String since, String example, boolean swappable) {

    /** Creates a point of which each experiment has exactly one part; {@code --module} may override it. */
    public static <P> ExtensionPoint<P> one(String id, Class<P> contract, String purpose, String example) {
        return new ExtensionPoint<>(id, contract, purpose, "0.1", example, true);
    }

    /** Creates a point of which there may be any number of parts. */
    public static <P> ExtensionPoint<P> several(String id, Class<P> contract, String purpose, String example) {
        return new ExtensionPoint<>(id, contract, purpose, "0.1", example, false);
    }
}
