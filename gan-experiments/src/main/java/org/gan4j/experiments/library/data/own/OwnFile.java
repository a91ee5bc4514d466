package org.gan4j.experiments.library.data.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.digest.Digest;

/**
 * A file that a setting names.
 *
 * @param key  the setting
 * @param path the file
 */
record OwnFile(String key, Path path) {
    /** Returns the SHA-256 of the content. */
    String digest() {
        require();
        try {
            return Digest.sha256(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Refuses a file that is not there. */
    void require() {
        if (!Files.isRegularFile(path)) {
            throw new InvalidInput(
                    key,
                    "there is no file " + path.toAbsolutePath().normalize()
                            + (Files.isDirectory(path) ? "; it is a folder" : ""));
        }
    }

    WorkFailed unreadable(IOException e) {
        return new WorkFailed(path + ": cannot be read: " + e.getMessage(), e);
    }

    InvalidInput wrong(String reason) {
        return new InvalidInput(key, path + ": " + reason);
    }

    InvalidInput wrong(long line, String reason) {
        return new InvalidInput(key, path + ":" + line + ": " + reason);
    }
}
