package dev.lockstep.app.cli;

import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Opening;

/** Opens a desk for a command. */
final class Desks {
    private Desks() {}

    static Desk open(Lockstep root) throws InterruptedException {
        return new Opening(root.surroundings()).desk(root.settings());
    }
}
