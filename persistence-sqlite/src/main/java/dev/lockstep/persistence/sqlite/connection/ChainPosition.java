package dev.lockstep.persistence.sqlite.connection;

import dev.lockstep.domain.audit.ChainHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain of events stands inside one write transaction: read once, moved with each event,
 * written once.
 */
public final class ChainPosition {
    private @Nullable ChainHead end;
    private boolean moved;

    ChainPosition() {}

    /** The end of the chain, empty where it is not read yet. */
    public Optional<ChainHead> end() {
        return Optional.ofNullable(end);
    }

    /** The end was read. */
    public void found(ChainHead stored) {
        end = stored;
    }

    /** An event was added. */
    public void moveTo(ChainHead added) {
        end = added;
        moved = true;
    }

    /** Whether the end is to be written. */
    public boolean moved() {
        return moved;
    }

    /** Nothing is known any more. */
    void forget() {
        end = null;
        moved = false;
    }
}
