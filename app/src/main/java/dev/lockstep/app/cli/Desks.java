package dev.lockstep.app.cli;

import dev.lockstep.app.wiring.Book;
import dev.lockstep.app.wiring.Desk;
import dev.lockstep.app.wiring.Opening;
import dev.lockstep.domain.port.StoreMetrics;

/** Opens what a command needs. */
final class Desks {
    private Desks() {}

    /** The orders alone; the folder must have some. */
    static Book book(Lockstep root) {
        return new Opening(root.surroundings()).book(root.bookSettings());
    }

    /** The orders alone, also where none was ever submitted: limits can be set before the first. */
    static Book openBook(Lockstep root) {
        return new Opening(root.surroundings()).newBook(root.bookSettings());
    }

    static Desk open(Lockstep root) throws InterruptedException {
        return open(root, StoreMetrics.NONE);
    }

    /**
     * The whole platform.
     *
     * @param metrics where the store reports how it fares
     */
    static Desk open(Lockstep root, StoreMetrics metrics) throws InterruptedException {
        return new Opening(root.surroundings(), metrics).desk(root.settings());
    }
}
