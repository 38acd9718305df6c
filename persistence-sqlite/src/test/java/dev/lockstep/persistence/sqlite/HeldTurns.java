package dev.lockstep.persistence.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A program that keeps the turn of writing, as a stopped process does, until it is killed. */
final class HeldTurns {
    private HeldTurns() {}

    /** Arguments: the file of the turns; a file to create once the turn is held. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (FileChannel turns =
                FileChannel.open(
                        Path.of(arguments[0]),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            turns.lock();
            Files.createFile(Path.of(arguments[1]));
            Thread.currentThread().join();
        }
    }
}
