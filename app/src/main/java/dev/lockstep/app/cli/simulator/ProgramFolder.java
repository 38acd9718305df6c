package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.config.value.JvmProgram;
import java.io.File;
import java.nio.file.Path;

/** Finds the folder in which the program lies. */
final class ProgramFolder {
    private ProgramFolder() {}

    static Path of(JvmProgram program) {
        Path first = Path.of(program.classPath().split(File.pathSeparator, -1)[0]);
        Path folder = first.toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }
}
