package org.gan4j.api.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gan4j.api.part.TextPart;
import org.gan4j.api.problem.InvalidInput;

/** A recipe that is the file {@code recipes/NAME.yaml} beside the class of the module that contributes it. */
public final class YamlRecipe implements Recipe, TextPart {
    private final Class<?> module;
    private final String file;

    /** Creates a recipe whose file is read when it is asked for. */
    public YamlRecipe(Class<?> module, String name) {
        this.module = module;
        this.file = "recipes/" + name + ".yaml";
    }

    @Override
    public String yaml() {
        return text();
    }

    @Override
    public String text() {
        try (InputStream in = module.getResourceAsStream(file)) {
            if (in == null) {
                throw new InvalidInput(
                        file,
                        "there is no such resource beside " + module.getName() + ", which contributes it; expected "
                                + module.getPackageName().replace('.', '/') + "/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
