package dev.lockstep.app.cli.interactive;

import java.io.IOException;
import java.util.Optional;

/** The lines that a shell runs. */
interface LineSource {
    /** Returns the next line; empty at the end of the input. */
    Optional<String> next() throws IOException;
}
