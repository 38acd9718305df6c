package dev.lockstep.app.demo;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.simulator.ExchangeLedger;
import dev.lockstep.simulator.LedgerOrder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the exchange's ledger from its file, not over the network, as domain values. */
final class LedgerBook {
    private LedgerBook() {}

    static List<BrokerOrder> read(Path stateDir) {
        return ExchangeLedger.read(stateDir).stream().map(LedgerBook::order).toList();
    }

    private static BrokerOrder order(LedgerOrder order) {
        return new BrokerOrder(
                new BrokerOrderId(order.id().toString()),
                new ClientOrderId(order.clientOrderId()),
                new Symbol(order.symbol()),
                Side.valueOf(order.side().toUpperCase(Locale.ROOT)),
                amount(order),
                null,
                status(order.status()),
                new Quantity(order.filledQty()),
                price(order.filledAvgPrice()),
                order.submittedAt(),
                order.submittedAt(),
                List.of());
    }

    private static @Nullable OrderAmount amount(LedgerOrder order) {
        BigDecimal qty = order.qty();
        if (qty != null) {
            return new OrderAmount.ByQuantity(new Quantity(qty));
        }
        BigDecimal notional = order.notional();
        return notional == null ? null : new OrderAmount.ByCash(new Money(notional));
    }

    private static @Nullable Price price(@Nullable BigDecimal value) {
        return value == null ? null : new Price(value);
    }

    /** Maps a status; equal names have equal meanings. */
    private static ReportedStatus status(String word) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.open() || status.closed())
                .filter(status -> !status.neverSent() && status != OrderStatus.NEVER_ACCEPTED)
                .filter(status -> ShownValue.of(status).equals(word))
                .findFirst()
                .<ReportedStatus>map(status -> new ReportedStatus.Known(word, status))
                .orElseGet(() -> new ReportedStatus.Unrecognized(word));
    }
}
