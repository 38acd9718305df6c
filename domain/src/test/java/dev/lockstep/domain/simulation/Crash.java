package dev.lockstep.domain.simulation;

/** The process dies: nothing in it may catch this, and only what is stored is left. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("killed by the simulation");
    }
}
