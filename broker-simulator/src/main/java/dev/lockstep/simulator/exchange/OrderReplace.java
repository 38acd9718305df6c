package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.FillConditions;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.book.OrderQuota;
import dev.lockstep.simulator.exchange.book.Valuation;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.FillTotals;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.OrderTerms;
import dev.lockstep.simulator.exchange.model.RequestedReplacement;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.FormRules;
import dev.lockstep.simulator.exchange.rule.PriceFormRules;
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
    private final ExchangeBook book;
    private final Journal journal;
    private final OrderFactory drafting;
    private final OrderIntake entry;
    private final Valuation valuation;
    private final OrderQuota capacity;
    private final Set<String> rejecting;

    /**
     * Creates the replacer.
     *
     * @param rejecting the symbols whose replacements are accepted and then rejected
     */
    OrderReplace(
            ExchangeBook book,
            Journal journal,
            OrderFactory drafting,
            OrderIntake entry,
            Valuation valuation,
            OrderQuota capacity,
            Set<String> rejecting) {
        this.book = book;
        this.journal = journal;
        this.drafting = drafting;
        this.entry = entry;
        this.valuation = valuation;
        this.capacity = capacity;
        this.rejecting = rejecting;
    }

    ExchangeResult<OrderSnapshot> replace(
            OrderHandle ticket, RequestedReplacement request, Asset asset, Instant at) {
        Order old = ticket.order();
        VenueRefusal refusal = judge(old, request, asset);
        if (refusal != null) {
            return new ExchangeResult.Refused<>(refusal);
        }
        String given = request.clientOrderId();
        long number = book.lastOrderNumber() + 1;
        String clientOrderId = given != null ? given : drafting.generatedClientOrderId(number);
        FillTotals carried = request.qty() != null ? old.filled() : FillTotals.NOTHING;
        OrderTerms terms = ReplacedTerms.of(old.terms(), request, asset, old.highWaterMark());
        Order successor = drafting.successor(old, terms, carried, clientOrderId, at);
        return rejecting.contains(asset.symbol())
                ? reject(old, successor, at)
                : succeed(old, successor, asset, at);
    }

    private ExchangeResult<OrderSnapshot> succeed(
            Order old, Order successor, Asset asset, Instant at) {
        if (old.status().working()) {
            journal.write(new LedgerEntry.OrderMoved(at, old.id(), OrderStatus.PENDING_REPLACE));
        }
        journal.write(new LedgerEntry.OrderEntered(at, successor));
        OrderHandle ticket = book.existing(successor.id());
        OrderSnapshot answer = ticket.view();
        journal.write(new LedgerEntry.OrderReplaced(at, old.id(), successor.id()));
        if (successor.status() == OrderStatus.PENDING_NEW) {
            entry.release(ticket, asset, at);
        }
        return new ExchangeResult.Granted<>(answer);
    }

    /**
     * Rejects a replacement after accepting it: the response is a success, and only the events
     * report the rejection.
     */
    private ExchangeResult<OrderSnapshot> reject(Order old, Order successor, Instant at) {
        journal.write(new LedgerEntry.OrderMoved(at, old.id(), OrderStatus.PENDING_REPLACE));
        journal.write(new LedgerEntry.OrderEntered(at, successor));
        OrderSnapshot answer = book.existing(successor.id()).view();
        journal.write(new LedgerEntry.ReplaceRejected(at, old.id(), old.status()));
        journal.write(new LedgerEntry.OrderMoved(at, successor.id(), OrderStatus.REJECTED));
        return new ExchangeResult.Granted<>(answer);
    }

    private @Nullable VenueRefusal judge(Order old, RequestedReplacement request, Asset asset) {
        VenueRefusal full = capacity.refusal(!old.terms().intent().opens());
        if (full != null) {
            return full;
        }
        VenueRefusal state = judgeState(old);
        if (state != null) {
            return state;
        }
        VenueRefusal form = ReplacedTerms.judge(old, request, asset);
        if (form != null) {
            return form;
        }
        BigDecimal stop = request.stopPrice();
        if (stop != null && FillConditions.waitsForStop(old)) {
            BigDecimal price = book.market().price(asset);
            VenueRefusal passed = PriceFormRules.stopSide(old.terms().side(), stop, price);
            if (passed != null) {
                return passed;
            }
        }
        String id = request.clientOrderId();
        ExchangeAccount account = book.account(old.account());
        if (id != null && id.length() > FormRules.MAX_CLIENT_ORDER_ID_CHARS) {
            return VenueRefusal.invalid("client_order_id must be no more than 128 characters");
        }
        if (id != null && account.byClientOrderId(id) != null) {
            return VenueRefusal.invalid("client_order_id must be unique");
        }
        return judgeHolding(old, request, account);
    }

    private static @Nullable VenueRefusal judgeState(Order old) {
        return switch (old.status()) {
            case NEW, PARTIALLY_FILLED, HELD -> null;
            case FILLED, CANCELED, EXPIRED, REPLACED, REJECTED ->
                    VenueRefusal.unprocessable(
                            "order is already in \"" + old.status().wireValue() + "\" state");
            case ACCEPTED, PENDING_NEW ->
                    VenueRefusal.unprocessable(
                            "unable to replace order, order isn't sent to exchange yet");
            case DONE_FOR_DAY,
                    PENDING_CANCEL,
                    PENDING_REPLACE,
                    ACCEPTED_FOR_BIDDING,
                    STOPPED,
                    SUSPENDED,
                    CALCULATED ->
                    VenueRefusal.unprocessable("unable to replace order in current state");
        };
    }

    private @Nullable VenueRefusal judgeHolding(
            Order old, RequestedReplacement request, ExchangeAccount account) {
        BigDecimal qty = request.qty();
        BigDecimal oldQty = Objects.requireNonNull(old.terms().qty());
        BigDecimal more = (qty == null ? oldQty : qty).subtract(oldQty);
        String symbol = old.terms().symbol();
        if (!old.terms().intent().opens()) {
            BigDecimal free = account.position(symbol).qty().abs().subtract(account.held(symbol));
            return more.compareTo(free) <= 0 || old.leg()
                    ? null
                    : VenueRefusal.forbidden(
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
                : VenueRefusal.forbidden("insufficient buying power");
    }
}
