package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.ledger.Cancellation;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.ClosePositionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entry point of clients: submits, cancels and replaces orders and closes positions. */
public final class OrderDesk {
    private final ExchangeBook book;
    private final AssetCatalog listing;
    private final ClockAdvance passage;
    private final PriceBoard prices;
    private final OrderIntake entry;
    private final OrderCancel cancel;
    private final OrderReplace replace;

    OrderDesk(
            ExchangeBook book,
            AssetCatalog listing,
            ClockAdvance passage,
            PriceBoard prices,
            OrderIntake entry,
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
    public ExchangeResult<OrderSnapshot> submit(
            String account, RequestedOrder request, Instant now) {
        Instant at = passage.advance(now);
        ExchangeAccount owner = book.account(account);
        Optional<Asset> asset = listing.find(request.symbol());
        if (asset.isEmpty()) {
            String message = "asset \"" + request.symbol() + "\" not found";
            return entry.refuse(owner, request, VenueRefusal.unprocessable(message), at);
        }
        long before = book.lastOrderNumber();
        ExchangeResult<OrderSnapshot> outcome = entry.enter(owner, request, asset.get(), at);
        if (outcome instanceof ExchangeResult.Granted<OrderSnapshot>) {
            // A new order that filled in part continues with the next request, not with this one.
            prices.afterOrder(asset.get(), before, at);
        }
        return outcome;
    }

    /** Requests the cancel of an order. */
    public ExchangeResult<OrderSnapshot> cancel(String account, UUID id, Instant now) {
        Instant at = passage.advance(now);
        OrderHandle ticket = book.order(account, id);
        return ticket == null ? unknown(id) : cancel.cancel(ticket, at);
    }

    /** Requests the cancel of all open orders of an account; returns one result for each. */
    public List<Cancellation> cancelAll(String account, Instant now) {
        Instant at = passage.advance(now);
        List<Cancellation> all = new ArrayList<>();
        for (OrderHandle ticket : book.account(account).orders().open()) {
            // The cancel of a group may already have ended this order.
            ExchangeResult<OrderSnapshot> outcome = cancel.cancel(ticket, at);
            all.add(new Cancellation(ticket.view(), outcome));
        }
        return all;
    }

    /** Replaces an order by one with changed terms. */
    public ExchangeResult<OrderSnapshot> replace(
            String account, UUID id, RequestedReplacement request, Instant now) {
        Instant at = passage.advance(now);
        @Nullable OrderHandle ticket = book.order(account, id);
        return ticket == null
                ? unknown(id)
                : replace.replace(ticket, request, listing.of(ticket.order()), at);
    }

    /** Closes all or part of a position at the market price. */
    public ExchangeResult<OrderSnapshot> close(
            String account, Asset asset, ClosePositionRequest amount, Instant now) {
        Instant at = passage.advance(now);
        Position position = book.account(account).position(asset.symbol());
        return position.flat()
                ? new ExchangeResult.Refused<>(noPosition())
                : submit(account, amount.order(asset, position), at);
    }

    /** Returns the refusal for a position that does not exist. */
    public static VenueRefusal noPosition() {
        return VenueRefusal.notFound("position does not exist");
    }

    private static ExchangeResult<OrderSnapshot> unknown(UUID id) {
        return new ExchangeResult.Refused<>(VenueRefusal.notFound("order not found for " + id));
    }
}
