package dev.lockstep.persistence.sql.connection;

import dev.lockstep.domain.audit.ChainHead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * End of the event chain within a write transaction: read once, advanced with each event, written
 * once. It stays known over transactions if no other connection has written between them.
 */
public final class ChainPosition {
    private @Nullable ChainHead end;
    private boolean moved;

    ChainPosition() {}

    /** Returns the end of the chain, empty if not read yet. */
    public Optional<ChainHead> end() {
        return Optional.ofNullable(end);
    }

    /** Sets the end as read from the database. */
    public void found(ChainHead stored) {
        end = stored;
    }

    /** Advances the end to an appended event. */
    public void moveTo(ChainHead added) {
        end = added;
        moved = true;
    }

    /** Returns whether the end must be written. */
    public boolean moved() {
        return moved;
    }

    /** Starts a transaction before which no other connection has appended an event. */
    public void resume() {
        moved = false;
    }

    /** Resets the position. */
    public void forget() {
        end = null;
        moved = false;
    }
}
