package dev.lockstep.app.loop;

import dev.lockstep.domain.port.store.TradingLease.Lease;

/** Work that runs in the process that has the trading lease, next to the loop. */
public interface LeaseDuty {
    /** No work. */
    LeaseDuty NONE =
            new LeaseDuty() {
                @Override
                public void begin(Lease held) {}

                @Override
                public void end(Lease held) {}
            };

    /** Starts the work of an ownership, and ends that of the one before; returns at once. */
    void begin(Lease held);

    /** Ends the work of an ownership; does nothing if another one began. */
    void end(Lease held);
}
