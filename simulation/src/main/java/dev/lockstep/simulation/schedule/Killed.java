package dev.lockstep.simulation.schedule;

import java.io.Serial;

/** Ends an actor whose process died: nothing may catch it, and only what is stored is left. */
public final class Killed extends Error {
    @Serial private static final long serialVersionUID = 1L;

    Killed() {
        super("the process was killed by the simulation", null, false, false);
    }
}
