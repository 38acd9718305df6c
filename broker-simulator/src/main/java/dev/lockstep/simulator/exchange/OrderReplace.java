package dev.lockstep.simulator.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces orders. The successor has its own id, and the old order refers to it.
 *
 * <p>A requested quantity is the total of both orders, so the fills of the old order carry over.
 * Without a quantity, Alpaca uses the old total again and carries nothing over: a client with
 * partial fills must send one.
 */
final class OrderReplace {
    private final Book book;
    private final Journal journal;
    private final Drafting drafting;
    private final OrderEntry entry;
    private final Valuation valuation;
    private final Capacity capacity;
    private final Set<String> rejecting;

    /**
     * Creates the replacer.
     *
     * @param rejecting the symbols whose replacements are accepted and then rejected
     */
    OrderReplace(
            Book book,
            Journal journal,
            Drafting drafting,
            OrderEntry entry,
            Valuation valuation,
            Capacity capacity,
            Set<String> rejecting) {
        this.book = book;
        this.journal = journal;
        this.drafting = drafting;
        this.entry = entry;
        this.valuation = valuation;
        this.capacity = capacity;
        this.rejecting = rejecting;
    }

    Outcome<OrderView> replace(
            OrderTicket ticket, ReplaceRequest request, Asset asset, Instant at) {
        Order old = ticket.order();
        Refusal refusal = judge(old, request, asset);
        if (refusal != null) {
            return new Outcome.Refused<>(refusal);
        }
        String given = request.clientOrderId();
        long number = book.lastOrderNumber() + 1;
        String clientOrderId = given != null ? given : drafting.generatedClientOrderId(number);
        Filled carried = request.qty() != null ? old.filled() : Filled.NOTHING;
        Terms terms = ReplacedTerms.of(old.terms(), request, asset, old.highWaterMark());
        Order successor = drafting.successor(old, terms, carried, clientOrderId, at);
        return rejecting.contains(asset.symbol())
                ? reject(old, successor, at)
                : succeed(old, successor, asset, at);
    }

    private Outcome<OrderView> succeed(Order old, Order successor, Asset asset, Instant at) {
        if (old.status().working()) {
            journal.write(new LedgerEntry.OrderMoved(at, old.id(), OrderStatus.PENDING_REPLACE));
        }
        journal.write(new LedgerEntry.OrderEntered(at, successor));
        OrderTicket ticket = book.existing(successor.id());
        OrderView answer = ticket.view();
        journal.write(new LedgerEntry.OrderReplaced(at, old.id(), successor.id()));
        if (successor.status() == OrderStatus.PENDING_NEW) {
            entry.release(ticket, asset, at);
        }
        return new Outcome.Granted<>(answer);
    }

    /**
     * Rejects a replacement after accepting it: the response is a success, and only the events
     * report the rejection.
     */
    private Outcome<OrderView> reject(Order old, Order successor, Instant at) {
        journal.write(new LedgerEntry.OrderMoved(at, old.id(), OrderStatus.PENDING_REPLACE));
        journal.write(new LedgerEntry.OrderEntered(at, successor));
        OrderView answer = book.existing(successor.id()).view();
        journal.write(new LedgerEntry.ReplaceRejected(at, old.id(), old.status()));
        journal.write(new LedgerEntry.OrderMoved(at, successor.id(), OrderStatus.REJECTED));
        return new Outcome.Granted<>(answer);
    }

    private @Nullable Refusal judge(Order old, ReplaceRequest request, Asset asset) {
        Refusal full = capacity.refusal(!old.terms().intent().opens());
        if (full != null) {
            return full;
        }
        Refusal state = judgeState(old);
        if (state != null) {
            return state;
        }
        Refusal form = ReplacedTerms.judge(old, request, asset);
        if (form != null) {
            return form;
        }
        BigDecimal stop = request.stopPrice();
        if (stop != null && Crossing.waitsForStop(old)) {
            BigDecimal price = book.market().price(asset);
            Refusal passed = PriceRules.stopSide(old.terms().side(), stop, price);
            if (passed != null) {
                return passed;
            }
        }
        String id = request.clientOrderId();
        Account account = book.account(old.account());
        if (id != null && id.length() > FormRules.MAX_CLIENT_ORDER_ID_CHARS) {
            return Refusal.invalid("client_order_id must be no more than 128 characters");
        }
        if (id != null && account.byClientOrderId(id) != null) {
            return Refusal.invalid("client_order_id must be unique");
        }
        return judgeHolding(old, request, account);
    }

    private static @Nullable Refusal judgeState(Order old) {
        return switch (old.status()) {
            case NEW, PARTIALLY_FILLED, HELD -> null;
            case FILLED, CANCELED, EXPIRED, REPLACED, REJECTED ->
                    Refusal.unprocessable(
                            "order is already in \"" + old.status().wireValue() + "\" state");
            case ACCEPTED, PENDING_NEW ->
                    Refusal.unprocessable(
                            "unable to replace order, order isn't sent to exchange yet");
            case DONE_FOR_DAY,
                    PENDING_CANCEL,
                    PENDING_REPLACE,
                    ACCEPTED_FOR_BIDDING,
                    STOPPED,
                    SUSPENDED,
                    CALCULATED ->
                    Refusal.unprocessable("unable to replace order in current state");
        };
    }

    private @Nullable Refusal judgeHolding(Order old, ReplaceRequest request, Account account) {
        BigDecimal qty = request.qty();
        BigDecimal oldQty = Objects.requireNonNull(old.terms().qty());
        BigDecimal more = (qty == null ? oldQty : qty).subtract(oldQty);
        String symbol = old.terms().symbol();
        if (!old.terms().intent().opens()) {
            BigDecimal free = account.position(symbol).qty().abs().subtract(account.held(symbol));
            return more.compareTo(free) <= 0 || old.leg()
                    ? null
                    : Refusal.forbidden(
                            "insufficient qty available for order (requested: "
                                    + Decimals.text(more)
                                    + ", available: "
                                    + Decimals.text(free)
                                    + ")");
        }
        BigDecimal limit = request.limitPrice();
        BigDecimal price = limit != null ? limit : old.reservePrice();
        BigDecimal cost =
                oldQty.add(more).multiply(price).subtract(oldQty.multiply(old.reservePrice()));
        return cost.compareTo(valuation.of(account).buyingPower()) <= 0
                ? null
                : Refusal.forbidden("insufficient buying power");
    }
}
