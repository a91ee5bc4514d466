package org.gan4j.experiments.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.gan4j.disk.DiskTrouble;

/** A PNG file inside the page, so that the page opens anywhere. */
public final class EmbeddedPicture {
    private EmbeddedPicture() {}

    /** Returns the element, with a text for those who cannot see it. */
    public static Html of(Path png, String text) {
        return new Html("<img>").with("src", address(png)).with("alt", text);
    }

    /** Returns the file's content as an address. */
    public static String address(Path png) {
        try {
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(png));
        } catch (IOException e) {
            throw DiskTrouble.reading(png, e);
        }
    }
}
