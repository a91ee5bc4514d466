package org.gan4j.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;

/** Explains to a person why a file could not be read or written. */
public final class DiskTrouble {
    private static final String REMEDY = "make space and try again";

    private DiskTrouble() {}

    /** Returns the failure of a command whose work cannot go on without the file. */
    public static WorkFailed writing(Path file, IOException cause) {
        return new WorkFailed("cannot write " + file + ": " + reason(cause), cause);
    }

    /** Returns the fault of a file that a user names, or that lies in a folder that a user names. */
    public static InvalidInput reading(Path file, IOException cause) {
        return new InvalidInput(file.toString(), "cannot be read: " + reason(cause));
    }

    /** Returns the cause without the name of the file, and with the remedy where there is one. */
    public static String reason(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return "it is not text in UTF-8";
        } else if (cause instanceof AccessDeniedException) {
            return "permission denied";
        } else if (cause instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        } else if (cause instanceof NotDirectoryException other) {
            return other.getFile() + " is not a folder";
        } else if (cause instanceof FileSystemException specific) {
            return inOurWords(Objects.requireNonNullElse(
                    specific.getReason(), specific.getClass().getSimpleName() + " " + specific.getFile()));
        }
        return inOurWords(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }

    /** Returns the cause that an unchecked exception wraps. */
    public static String reason(UncheckedIOException cause) {
        return reason(Objects.requireNonNull(cause.getCause()));
    }

    /** Returns the message of a library that writes files itself, in our words where there are some. */
    public static String reason(String message) {
        return inOurWords(message);
    }

    /** Returns whether something failed because a disk is full. */
    public static boolean isFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (inOurWords(String.valueOf(cause.getMessage())).contains(REMEDY)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether something failed because of a disk, and not because of a network or a mistake. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException) {
                return true;
            }
        }
        return isFull(failure);
    }

    private static String inOurWords(String message) {
        if (message.contains("No space left")) {
            return "no space is left on the disk; " + REMEDY;
        } else if (message.contains("Disk quota exceeded")) {
            return "the quota of the disk is used up; " + REMEDY;
        } else if (message.contains("Is a directory")) {
            return "a folder is in its place";
        }
        return message;
    }
}
