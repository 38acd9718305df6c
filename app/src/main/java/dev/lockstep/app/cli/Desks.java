package dev.lockstep.app.cli;

import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Opening;

/** Opens what a command needs. */
final class Desks {
    private Desks() {}

    /** The orders alone, also where none was ever submitted: limits can be set before the first. */
    static Book openBook(Lockstep root) {
        return new Opening(root.surroundings()).newBook(root.settings());
    }

    static Desk open(Lockstep root) throws InterruptedException {
        return new Opening(root.surroundings()).desk(root.settings());
    }
}
