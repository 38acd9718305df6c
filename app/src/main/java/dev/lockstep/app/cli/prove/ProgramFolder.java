package dev.lockstep.app.cli.prove;

import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.domain.value.InvalidValueException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder in which the program lies, and the clone around it. */
final class ProgramFolder {
    private ProgramFolder() {}

    static Path of(JvmProgram program) {
        Path first = Path.of(program.classPath().split(File.pathSeparator, -1)[0]);
        Path folder = first.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }

    /**
     * Returns the folder of the clone that the program was built in.
     *
     * @param content a path that a clone has
     */
    static Path clone(JvmProgram program, String content) {
        for (Path folder = of(program); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(content))) {
                return folder;
            }
        }
        throw new InvalidValueException(
                "program",
                of(program),
                "a program that was built in a clone, which has " + content);
    }
}
