package dev.lockstep.contracts;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes adjustments for tests. */
public final class SampleAdjustments {
    private SampleAdjustments() {}

    /** One of ten seconds after the tests' time begins. */
    public static Adjustment of(
            String id, AdjustmentKind kind, @Nullable String symbol, String quantity, String cash) {
        return of(id, kind, symbol, quantity, cash, null, SampleOrders.START.plusSeconds(10));
    }

    /** One for an order, at a time. */
    public static Adjustment of(
            String id,
            AdjustmentKind kind,
            @Nullable String symbol,
            String quantity,
            String cash,
            @Nullable BrokerOrderId order,
            Instant at) {
        return new Adjustment(
                new ActivityId(id),
                kind,
                kind.name(),
                symbol == null ? null : new Symbol(symbol),
                NetQuantity.of(quantity),
                Money.of(cash),
                null,
                order,
                "",
                at,
                "{\"id\":\"" + id + "\"}");
    }

    /** The same with a price. */
    public static Adjustment priced(Adjustment adjustment, String price) {
        return new Adjustment(
                adjustment.id(),
                adjustment.kind(),
                adjustment.type(),
                adjustment.symbol(),
                adjustment.quantity(),
                adjustment.cash(),
                Price.of(price),
                adjustment.orderId(),
                "told with a price",
                adjustment.at(),
                adjustment.payload());
    }
}
