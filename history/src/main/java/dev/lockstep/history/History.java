package dev.lockstep.history;

import java.util.List;

/**
 * Everything that clients did and saw, and what was so in the end.
 *
 * @param invocations the requests with their replies, in any order
 * @param end the orders of all keys, read after the last request when nothing changed any more
 * @param ledger the exchange's ledger at that time
 */
public record History(List<Invocation> invocations, List<SeenOrder> end, List<LedgerLine> ledger) {
    public History {
        invocations = List.copyOf(invocations);
        end = List.copyOf(end);
        ledger = List.copyOf(ledger);
    }
}
