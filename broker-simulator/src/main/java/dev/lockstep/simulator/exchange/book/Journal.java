package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.LedgerListener;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only way to change the book: applies each entry, then reports it. */
public final class Journal {
    private final ExchangeBook book;
    private final LedgerListener tape;

    public Journal(ExchangeBook book, LedgerListener tape) {
        this.book = book;
        this.tape = tape;
    }

    public void write(LedgerEntry entry) {
        book.apply(entry);
        UUID id = orderOf(entry);
        OrderHandle ticket = id == null ? null : book.order(id);
        tape.print(entry, ticket == null ? null : ticket.view());
    }

    private static @Nullable UUID orderOf(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.OrderEntered e -> e.order().id();
            case LedgerEntry.OrderMoved e -> e.id();
            case LedgerEntry.OrderReadied e -> e.id();
            case LedgerEntry.OrderFilled e -> e.id();
            case LedgerEntry.TradeCorrected e -> e.id();
            case LedgerEntry.OrderResized e -> e.id();
            case LedgerEntry.OrderTrailed e -> e.id();
            case LedgerEntry.OrderReplaced e -> e.id();
            case LedgerEntry.ReplaceRejected e -> e.id();
            case LedgerEntry.VenueOpened _,
                    LedgerEntry.AccountOpened _,
                    LedgerEntry.AccountConfigured _,
                    LedgerEntry.AccountBooked _,
                    LedgerEntry.WatchlistSaved _,
                    LedgerEntry.WatchlistDeleted _,
                    LedgerEntry.FeesChanged _,
                    LedgerEntry.CorporateActionTaken _,
                    LedgerEntry.PriceMoved _,
                    LedgerEntry.ReferencePriceSet _,
                    LedgerEntry.OrderRefused _ ->
                    null;
        };
    }
}
