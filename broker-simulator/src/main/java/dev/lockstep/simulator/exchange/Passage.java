package dev.lockstep.simulator.exchange;

import java.time.Instant;

/** The passage of time: what it alone makes happen, and that it never runs backwards. */
final class Passage {
    private final Book book;
    private final Journal journal;
    private final Listing listing;
    private final TradingHours hours;
    private final Matcher matcher;
    private final OrderEntry entry;
    private final Contingency contingency;

    Passage(
            Book book,
            Journal journal,
            Listing listing,
            TradingHours hours,
            Matcher matcher,
            OrderEntry entry,
            Contingency contingency) {
        this.book = book;
        this.journal = journal;
        this.listing = listing;
        this.hours = hours;
        this.matcher = matcher;
        this.entry = entry;
        this.contingency = contingency;
    }

    /** The time that it is, or that of the last entry if that bears a later one. */
    Instant time(Instant now) {
        return now.isBefore(book.latest()) ? book.latest() : now;
    }

    /** Lets happen what is due by now: expiries, openings, remainders of fills. */
    Instant advance(Instant now) {
        Instant at = time(now);
        for (OrderTicket ticket : book.expired(at)) {
            if (!ticket.order().status().closed()) {
                expire(ticket, at);
            }
        }
        for (OrderTicket ticket : book.queued()) {
            Asset asset = listing.of(ticket.order());
            if (hours.open(asset.assetClass(), ticket.order().terms().extendedHours(), at)) {
                entry.release(ticket, asset, at);
            }
        }
        for (String symbol : book.restless()) {
            listing.find(symbol)
                    .ifPresent(asset -> matcher.sweep(asset, hours, book.lastOrderNumber(), at));
        }
        return at;
    }

    private void expire(OrderTicket ticket, Instant at) {
        boolean auction = ticket.order().terms().timeInForce().auction();
        OrderStatus end = auction ? OrderStatus.CANCELED : OrderStatus.EXPIRED;
        journal.write(new LedgerEntry.OrderMoved(at, ticket.order().id(), end));
        contingency.cancelOthers(ticket, at);
    }
}
