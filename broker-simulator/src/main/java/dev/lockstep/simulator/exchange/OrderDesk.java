package dev.lockstep.simulator.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entry point of clients: submits, cancels and replaces orders and closes positions. */
public final class OrderDesk {
    private final Book book;
    private final Listing listing;
    private final Passage passage;
    private final PriceBoard prices;
    private final OrderEntry entry;
    private final OrderCancel cancel;
    private final OrderReplace replace;

    OrderDesk(
            Book book,
            Listing listing,
            Passage passage,
            PriceBoard prices,
            OrderEntry entry,
            OrderCancel cancel,
            OrderReplace replace) {
        this.book = book;
        this.listing = listing;
        this.passage = passage;
        this.prices = prices;
        this.entry = entry;
        this.cancel = cancel;
        this.replace = replace;
    }

    /** Accepts or rejects an order. */
    public Outcome<OrderView> submit(String account, OrderRequest request, Instant now) {
        Instant at = passage.advance(now);
        Account owner = book.account(account);
        Optional<Asset> asset = listing.find(request.symbol());
        if (asset.isEmpty()) {
            String message = "asset \"" + request.symbol() + "\" not found";
            return entry.refuse(owner, request, Refusal.unprocessable(message), at);
        }
        long before = book.lastOrderNumber();
        Outcome<OrderView> outcome = entry.enter(owner, request, asset.get(), at);
        if (outcome instanceof Outcome.Granted<OrderView>) {
            // A new order that filled in part continues with the next request, not with this one.
            prices.walkOneStep(asset.get(), before, at);
        }
        return outcome;
    }

    /** Requests the cancel of an order. */
    public Outcome<OrderView> cancel(String account, UUID id, Instant now) {
        Instant at = passage.advance(now);
        OrderTicket ticket = book.order(account, id);
        return ticket == null ? unknown(id) : cancel.cancel(ticket, at);
    }

    /** Requests the cancel of all open orders of an account; returns one result for each. */
    public List<Cancellation> cancelAll(String account, Instant now) {
        Instant at = passage.advance(now);
        List<Cancellation> all = new ArrayList<>();
        for (OrderTicket ticket : book.account(account).orders().open()) {
            // The cancel of a group may already have ended this order.
            Outcome<OrderView> outcome = cancel.cancel(ticket, at);
            all.add(new Cancellation(ticket.view(), outcome));
        }
        return all;
    }

    /** Replaces an order by one with changed terms. */
    public Outcome<OrderView> replace(
            String account, UUID id, ReplaceRequest request, Instant now) {
        Instant at = passage.advance(now);
        @Nullable OrderTicket ticket = book.order(account, id);
        return ticket == null
                ? unknown(id)
                : replace.replace(ticket, request, listing.of(ticket.order()), at);
    }

    /** Closes all or part of a position at the market price. */
    public Outcome<OrderView> close(
            String account, Asset asset, ClosePosition amount, Instant now) {
        Instant at = passage.advance(now);
        Position position = book.account(account).position(asset.symbol());
        return position.flat()
                ? new Outcome.Refused<>(noPosition())
                : submit(account, amount.order(asset, position), at);
    }

    /** Returns the refusal for a position that does not exist. */
    public static Refusal noPosition() {
        return Refusal.notFound("position does not exist");
    }

    private static Outcome<OrderView> unknown(UUID id) {
        return new Outcome.Refused<>(Refusal.notFound("order not found for " + id));
    }
}
