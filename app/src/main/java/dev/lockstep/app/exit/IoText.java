package dev.lockstep.app.exit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Describes why a file could not be read or written. */
public final class IoText {
    private IoText() {}

    /** Returns the description, without the name of the file. */
    public static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "it may not be used by this user";
            case FileAlreadyExistsException there ->
                    "it exists already"
                            + (there.getReason() == null ? "" : "; " + there.getReason());
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case CharacterCodingException _ -> "it is not UTF-8 text";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
