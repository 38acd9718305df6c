package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.risk.denial.Denial;
import java.util.List;

/**
 * The reason for which a request ended before its first byte: its {@link SendGuard}, or no
 * connection.
 */
public sealed interface SendRefusal {
    /** Returns the reason. */
    String text();

    /**
     * The claim was made too long ago, or the clock was set: others may have given the order up.
     *
     * @param text which clock shows it
     */
    record ClaimTooOld(String text) implements SendRefusal {}

    /**
     * The stored order is not the version that was claimed.
     *
     * @param text what changed
     */
    record OrderChanged(String text) implements SendRefusal {}

    /**
     * A cancel of the order was requested, or of the order that it replaces.
     *
     * @param text which order
     */
    record CancelRequested(String text) implements SendRefusal {}

    /**
     * Trading is halted or reducing, and the order does not reduce a position.
     *
     * @param denials the restrictions that forbid it
     */
    record TradingRestricted(List<Denial> denials) implements SendRefusal {
        public TradingRestricted {
            denials = List.copyOf(denials);
        }

        @Override
        public String text() {
            return Denial.text(denials);
        }
    }

    /**
     * No connection to the broker could be made.
     *
     * @param text what went wrong
     */
    record NotConnected(String text) implements SendRefusal {}

    /**
     * The check needs an answer of the broker, or the store could not be read.
     *
     * @param text what is missing
     */
    record Undecided(String text) implements SendRefusal {}
}
