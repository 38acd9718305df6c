package dev.lockstep.simulator.exchange;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only way to change the book: applies each entry, then reports it. */
final class Journal {
    private final Book book;
    private final Tape tape;

    Journal(Book book, Tape tape) {
        this.book = book;
        this.tape = tape;
    }

    void write(LedgerEntry entry) {
        book.apply(entry);
        UUID id = orderOf(entry);
        OrderTicket ticket = id == null ? null : book.order(id);
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
                    LedgerEntry.PriceMoved _,
                    LedgerEntry.OrderRefused _ ->
                    null;
        };
    }
}
