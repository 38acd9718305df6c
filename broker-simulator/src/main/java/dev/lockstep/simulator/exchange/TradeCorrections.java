package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Busts trades, or corrects their quantity or price, after the fact. */
public final class TradeCorrections {
    private final ExchangeBook book;
    private final ClockAdvance passage;
    private final Journal journal;

    TradeCorrections(ExchangeBook book, ClockAdvance passage, Journal journal) {
        this.book = book;
        this.passage = passage;
        this.journal = journal;
    }

    /**
     * Finds a trade of any account by its id, or the last trade of an order, in its corrected form.
     */
    public Optional<Execution> find(@Nullable UUID executionId, @Nullable UUID orderId) {
        return book.accounts().stream()
                .flatMap(account ->
                        executionId == null
                                ? Optional.ofNullable(orderId)
                                        .flatMap(account.executions()::lastOf)
                                        .stream()
                                : account
                                        .executions()
                                        .find(executionId)
                                        .map(account.executions()::latest)
                                        .stream())
                .findFirst();
    }

    /**
     * Busts or corrects a trade.
     *
     * @param trade the trade in its current form
     * @param after the corrected trade, null for a bust
     * @param reopened whether an order that is no longer filled becomes active again; otherwise its
     *     remainder ends
     */
    public ExchangeResult<OrderSnapshot> correct(
            Execution trade,
            LedgerEntry.TradeCorrected.@Nullable Traded after,
            boolean reopened,
            Instant now) {
        Instant at = passage.advance(now);
        Order order = book.existing(trade.orderId()).order();
        VenueRefusal refusal = refusal(trade, order, after);
        if (refusal != null) {
            return new ExchangeResult.Refused<>(refusal);
        }
        BigDecimal qty = after == null ? BigDecimal.ZERO : after.qty();
        BigDecimal filled = order.filled().qty().subtract(trade.qty()).add(qty);
        BigDecimal position =
                book.account(order.account())
                        .position(trade.symbol())
                        .qty()
                        .add(trade.side().signed(qty.subtract(trade.qty())));
        String name = "correction of " + trade.id() + " " + book.executionCount();
        journal.write(
                new LedgerEntry.TradeCorrected(
                        at,
                        order.id(),
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                        trade.id(),
                        new LedgerEntry.TradeCorrected.Traded(trade.qty(), trade.price()),
                        after,
                        status(order, filled, reopened),
                        position));
        return new ExchangeResult.Granted<>(book.existing(order.id()).view());
    }

    private static @Nullable VenueRefusal refusal(
            Execution trade, Order order, LedgerEntry.TradeCorrected.@Nullable Traded after) {
        if (trade.type() == ExecutionType.TRADE_BUST) {
            return VenueRefusal.unprocessable("execution is busted already");
        }
        if (trade.symbol().contains("/")) {
            return VenueRefusal.unprocessable("trades in coins are not busted or corrected");
        }
        if (after == null) {
            return null;
        }
        boolean positive = after.qty().signum() > 0 && after.price().signum() > 0;
        BigDecimal most = trade.qty().add(order.leavesQty());
        return positive && after.qty().compareTo(most) <= 0
                ? null
                : VenueRefusal.unprocessable(
                        "qty and price must be > 0, and qty at most " + Decimals.text(most));
    }

    private static OrderStatus status(Order order, BigDecimal filled, boolean reopened) {
        BigDecimal qty = order.terms().qty();
        boolean whole = qty == null || filled.compareTo(qty) >= 0;
        OrderStatus working = filled.signum() == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        if (order.status() == OrderStatus.FILLED) {
            return whole ? OrderStatus.FILLED : ended(working, reopened);
        }
        return order.status().working() ? (whole ? OrderStatus.FILLED : working) : order.status();
    }

    private static OrderStatus ended(OrderStatus working, boolean reopened) {
        return reopened ? working : OrderStatus.CANCELED;
    }
}
