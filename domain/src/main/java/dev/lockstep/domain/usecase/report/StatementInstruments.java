package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.usecase.report.Statement.Instrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up executions and adjustments to the positions, trades and bookings of one day. */
final class StatementInstruments {
    /** After these the old price is that of another number of shares, or of other shares. */
    private static final Set<AdjustmentKind> OF_OTHER_SHARES =
            EnumSet.of(
                    AdjustmentKind.SPLIT, AdjustmentKind.SYMBOL_CHANGE, AdjustmentKind.ASSIGNMENT);

    private final Instant from;
    private final Instant to;
    private final SortedMap<Symbol, Sums> bySymbol = new TreeMap<>();
    private final Map<AdjustmentKind, Money> cash = new EnumMap<>(AdjustmentKind.class);
    private final Set<Symbol> changedShares = new HashSet<>();

    /** Adds up a day that begins with {@code from} and ends before {@code to}. */
    StatementInstruments(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    void add(Fill fill) {
        if (fill.transactTime().isBefore(to)) {
            Sums sums = bySymbol.computeIfAbsent(fill.symbol(), _ -> new Sums());
            sums.add(fill, !fill.transactTime().isBefore(from));
        }
    }

    void add(Adjustment adjustment) {
        Symbol symbol = adjustment.symbol();
        boolean early = adjustment.at().isBefore(from);
        // The bars of a past day are in today's shares, whenever the split was.
        if (!early && symbol != null && OF_OTHER_SHARES.contains(adjustment.kind())) {
            changedShares.add(symbol);
        }
        if (!adjustment.at().isBefore(to)) {
            return;
        }
        if (symbol != null && adjustment.kind() != AdjustmentKind.OTHER) {
            bySymbol.computeIfAbsent(symbol, _ -> new Sums()).add(adjustment, !early);
        }
        if (!early) {
            cash.merge(adjustment.kind(), adjustment.cash(), Money::plus);
        }
    }

    /** Returns the instruments that were held or traded, which need prices. */
    Set<Symbol> symbols() {
        bySymbol.values().removeIf(Sums::idle);
        return bySymbol.keySet();
    }

    /** Returns the instruments with these prices. */
    List<Instrument> priced(Map<Symbol, Prices> prices) {
        bySymbol.values().removeIf(Sums::idle);
        return bySymbol.entrySet().stream()
                .map(each ->
                        each.getValue()
                                .priced(
                                        each.getKey(),
                                        prices.getOrDefault(each.getKey(), Prices.UNKNOWN),
                                        changedShares.contains(each.getKey())))
                .toList();
    }

    /** Returns the dollars booked, with shares and coins at these prices. */
    Map<AdjustmentKind, Money> flows(Map<Symbol, Prices> prices) {
        Map<AdjustmentKind, Money> flows = new EnumMap<>(AdjustmentKind.class);
        flows.putAll(cash);
        bySymbol.forEach((symbol, sums) -> {
            Price close = prices.getOrDefault(symbol, Prices.UNKNOWN).close();
            if (close != null) {
                sums.booked.forEach(
                        (kind, qty) -> flows.merge(kind, value(qty, close), Money::plus));
            }
        });
        flows.values().removeIf(amount -> amount.value().signum() == 0);
        return flows;
    }

    private static Money value(NetQuantity qty, Price price) {
        return new Money(qty.value().multiply(price.value()));
    }

    /**
     * The closing prices of one instrument.
     *
     * @param previousClose before the day, null if unknown
     * @param close of the day, null if unknown
     */
    record Prices(@Nullable Price previousClose, @Nullable Price close) {
        static final Prices UNKNOWN = new Prices(null, null);
    }

    private static final class Sums {
        private final Map<AdjustmentKind, NetQuantity> booked = new EnumMap<>(AdjustmentKind.class);
        private NetQuantity openQty = NetQuantity.FLAT;
        private NetQuantity closeQty = NetQuantity.FLAT;
        private Money bought = Money.ZERO;
        private Money sold = Money.ZERO;
        private int executions;

        void add(Fill fill, boolean onTheDay) {
            boolean buy = fill.side() == Side.BUY;
            closeQty = buy ? closeQty.plus(fill.lastQty()) : closeQty.minus(fill.lastQty());
            if (!onTheDay) {
                openQty = buy ? openQty.plus(fill.lastQty()) : openQty.minus(fill.lastQty());
                return;
            }
            executions++;
            Money value = fill.lastPx().times(fill.lastQty());
            bought = buy ? bought.plus(value) : bought;
            sold = buy ? sold : sold.plus(value);
        }

        void add(Adjustment adjustment, boolean onTheDay) {
            closeQty = closeQty.plus(adjustment.quantity());
            if (!onTheDay) {
                openQty = openQty.plus(adjustment.quantity());
            } else if (!OF_OTHER_SHARES.contains(adjustment.kind())
                    && !adjustment.quantity().flat()) {
                booked.merge(adjustment.kind(), adjustment.quantity(), NetQuantity::plus);
            }
        }

        boolean idle() {
            return openQty.flat() && closeQty.flat() && executions == 0 && booked.isEmpty();
        }

        Instrument priced(Symbol symbol, Prices prices, boolean changedShares) {
            return new Instrument(
                    symbol,
                    openQty,
                    closeQty,
                    prices.previousClose(),
                    prices.close(),
                    executions,
                    bought,
                    sold,
                    changedShares ? null : result(prices));
        }

        private @Nullable Money result(Prices prices) {
            Price before = prices.previousClose();
            Price close = prices.close();
            NetQuantity moved =
                    booked.values().stream().reduce(NetQuantity.FLAT, NetQuantity::plus);
            if ((before == null && !openQty.flat())
                    || (close == null && !(closeQty.flat() && moved.flat()))) {
                return null;
            }
            BigDecimal opened = before == null ? BigDecimal.ZERO : value(openQty, before).value();
            BigDecimal closed =
                    close == null
                            ? BigDecimal.ZERO
                            : value(closeQty.plus(moved.opposite()), close).value();
            return new Money(closed.subtract(opened).add(sold.value()).subtract(bought.value()));
        }
    }
}
