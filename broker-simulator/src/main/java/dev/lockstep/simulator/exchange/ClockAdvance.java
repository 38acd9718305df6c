package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.matching.BarPlayer;
import dev.lockstep.simulator.exchange.matching.Contingency;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.AssetClass;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Advances the exchange's time: processes what is due and never runs backwards. */
final class ClockAdvance {
    private final ExchangeBook book;
    private final Journal journal;
    private final AssetCatalog listing;
    private final ExchangeHours hours;
    private final Matcher matcher;
    private final OrderIntake entry;
    private final Contingency contingency;
    private final BarPlayer player;
    private final Set<String> halted;
    private final RegulatoryFees fees;
    private @Nullable Boolean session;

    ClockAdvance(
            ExchangeBook book,
            Journal journal,
            AssetCatalog listing,
            ExchangeHours hours,
            Matcher matcher,
            OrderIntake entry,
            Contingency contingency,
            BarPlayer player,
            Set<String> halted) {
        this.book = book;
        this.journal = journal;
        this.listing = listing;
        this.hours = hours;
        this.matcher = matcher;
        this.entry = entry;
        this.contingency = contingency;
        this.player = player;
        this.halted = halted;
        this.fees = new RegulatoryFees(book, journal);
    }

    /** Returns the current time, or the time of the last entry if that is later. */
    Instant time(Instant now) {
        return now.isBefore(book.latest()) ? book.latest() : now;
    }

    /** Skips the part of the bars that the restored ledger contains. */
    void resume() {
        player.skipUntil(book.latest());
    }

    /**
     * Plays due bars: at most the given number of moves, and the further moves of the same moment.
     *
     * @return whether more moves are due
     */
    boolean catchUp(Instant now, int moves) {
        Instant due = player.due();
        for (int made = 0; due != null && !due.isAfter(now); made++) {
            Instant before = due;
            settleUntil(time(due.minusNanos(1)));
            player.play();
            due = player.due();
            if (made >= moves && due != null && due.isAfter(before)) {
                return !due.isAfter(now);
            }
        }
        return false;
    }

    /** Processes what is due by now: bar moves, expiries, openings, remainders of partial fills. */
    Instant advance(Instant now) {
        catchUp(now, Integer.MAX_VALUE);
        Instant at = time(now);
        settleUntil(at);
        fees.charge(at);
        return at;
    }

    /**
     * Processes due events one by one, each at its own time: an order fills at the open, then
     * expires.
     */
    private void settleUntil(Instant at) {
        Instant done = book.latest();
        for (Instant next = next(done); next.isBefore(at); next = next(done)) {
            settle(next);
            done = next;
        }
        settle(at);
    }

    /**
     * Returns the next time after this one at which an order expires or a bell changes an order.
     */
    private Instant next(Instant done) {
        Instant expiry = book.openOrders().nextExpiry(done);
        if (!book.openOrders().anyWaitsForBell()) {
            return expiry;
        }
        ExchangeHours.Clock clock = hours.clock(done);
        Instant bell =
                book.openOrders().anyInactiveOvernight()
                                && clock.nextClose().isBefore(clock.nextOpen())
                        ? clock.nextClose()
                        : clock.nextOpen();
        return expiry.isBefore(bell) ? expiry : bell;
    }

    private void settle(Instant at) {
        for (OrderHandle ticket : book.openOrders().expired(at)) {
            if (!ticket.order().status().closed()) {
                expire(ticket, at);
            }
        }
        for (OrderHandle ticket : book.openOrders().queued()) {
            Asset asset = listing.of(ticket.order());
            if (!halted.contains(asset.symbol())
                    && hours.open(asset.assetClass(), ticket.order().terms().extendedHours(), at)) {
                entry.release(ticket, asset, at);
            }
        }
        processBells(at);
        for (String symbol : book.openOrders().fillableAtAnyPrice()) {
            listing.find(symbol)
                    .ifPresent(asset -> matcher.sweep(asset, book.lastOrderNumber(), at));
        }
    }

    /**
     * Sets good-till-canceled orders to done for the day at the close, and makes them active at the
     * open.
     */
    private void processBells(Instant at) {
        boolean open = hours.open(AssetClass.US_EQUITY, false, at);
        if (Boolean.valueOf(open).equals(session)) {
            return;
        }
        session = open;
        for (OrderHandle ticket : book.openOrders().overnight()) {
            Order order = ticket.order();
            boolean done = order.status() == OrderStatus.DONE_FOR_DAY;
            if (done == open) {
                journal.write(new LedgerEntry.OrderMoved(at, order.id(), afterBell(order, open)));
            }
        }
        if (open) {
            sweepOvernight(at);
        }
    }

    private static OrderStatus afterBell(Order order, boolean open) {
        if (!open) {
            return OrderStatus.DONE_FOR_DAY;
        }
        return order.filled().qty().signum() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW;
    }

    /** Fills orders whose price was passed while they were inactive overnight. */
    private void sweepOvernight(Instant at) {
        Set<String> symbols = new TreeSet<>();
        book.openOrders()
                .overnight()
                .forEach(ticket -> symbols.add(ticket.order().terms().symbol()));
        for (String symbol : symbols) {
            listing.find(symbol)
                    .filter(asset -> !halted.contains(asset.symbol()))
                    .ifPresent(asset -> matcher.sweep(asset, book.lastOrderNumber(), at));
        }
    }

    /** Fills an auction order if its auction allows it; expires any other order. */
    private void expire(OrderHandle ticket, Instant at) {
        Order order = ticket.order();
        if (order.terms().timeInForce().auction() && order.status() == OrderStatus.ACCEPTED) {
            entry.release(ticket, listing.of(order), at);
            return;
        }
        journal.write(new LedgerEntry.OrderMoved(at, order.id(), OrderStatus.EXPIRED));
        contingency.cancelOthers(ticket, at);
    }
}
