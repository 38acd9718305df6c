package dev.lockstep.simulation.check;

import dev.lockstep.simulator.LedgerOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of the exchange's ledger in one short line. */
public final class LedgerText {
    private static final int ID_CHARS = 8;

    private LedgerText() {}

    public static String of(LedgerOrder order) {
        return String.join(
                " ",
                order.submittedAt().toString().substring(11),
                "#" + order.number(),
                brief(order.id()),
                order.clientOrderId(),
                order.side(),
                String.valueOf(order.qty() == null ? "$" + order.notional() : order.qty()),
                order.symbol(),
                order.type(),
                order.orderClass(),
                "limit " + order.limitPrice() + " stop " + order.stopPrice(),
                order.status(),
                "filled " + order.filledQty(),
                "parent " + brief(order.parent()),
                "replaces " + brief(order.replaces()));
    }

    private static String brief(@Nullable UUID id) {
        return id == null ? "-" : id.toString().substring(0, ID_CHARS);
    }
}
