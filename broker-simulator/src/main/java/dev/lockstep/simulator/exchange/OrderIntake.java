package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.OrderHandle;
import dev.lockstep.simulator.exchange.book.OrderQuota;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.matching.Contingency;
import dev.lockstep.simulator.exchange.matching.Matcher;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.Order;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.RequestedOrder;
import dev.lockstep.simulator.exchange.model.TimeInForce;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import dev.lockstep.simulator.exchange.rule.ClassRules;
import dev.lockstep.simulator.exchange.rule.FormRules;
import dev.lockstep.simulator.exchange.rule.HoldingRules;
import dev.lockstep.simulator.exchange.rule.OrderContext;
import dev.lockstep.simulator.exchange.rule.PriceFormRules;
import dev.lockstep.simulator.exchange.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepts new orders: validates them, stores them and passes them to the matcher. */
final class OrderIntake {
    private final ExchangeBook book;
    private final Journal journal;
    private final OrderFactory drafting;
    private final Matcher matcher;
    private final Contingency contingency;
    private final ExchangeHours hours;
    private final Set<String> halted;
    private final OrderQuota capacity;
    private final List<Rule> rules = new ArrayList<>();

    OrderIntake(
            ExchangeBook book,
            Journal journal,
            OrderFactory drafting,
            Matcher matcher,
            Contingency contingency,
            HoldingRules holdingRules,
            ExchangeHours hours,
            Set<String> halted,
            OrderQuota capacity) {
        this.book = book;
        this.journal = journal;
        this.drafting = drafting;
        this.matcher = matcher;
        this.contingency = contingency;
        this.hours = hours;
        this.halted = halted;
        this.capacity = capacity;
        rules.addAll(FormRules.all());
        rules.addAll(ClassRules.all());
        rules.addAll(PriceFormRules.all());
        rules.addAll(holdingRules.all());
    }

    /**
     * Returns the order in its state at acceptance; the book already contains its later changes.
     */
    ExchangeResult<OrderSnapshot> enter(
            ExchangeAccount account, RequestedOrder request, Asset asset, Instant at) {
        OrderContext proposal =
                new OrderContext(
                        request,
                        asset,
                        book.market().price(asset),
                        account,
                        halted.contains(asset.symbol()),
                        request.timeInForce().auction() && !hours.takes(request.timeInForce(), at));
        VenueRefusal refusal = judge(proposal);
        if (refusal != null) {
            return refuse(account, request, refusal, at);
        }
        List<Order> drafted = drafting.draft(proposal, at);
        for (Order order : drafted) {
            journal.write(new LedgerEntry.OrderEntered(at, order));
        }
        OrderHandle ticket = book.existing(drafted.getFirst().id());
        OrderSnapshot answer = ticket.view();
        if (ticket.order().status() == OrderStatus.PENDING_NEW) {
            release(ticket, asset, at);
        }
        return new ExchangeResult.Granted<>(answer);
    }

    /** Sends an order to the market, where it fills at once if it can. */
    void release(OrderHandle ticket, Asset asset, Instant at) {
        journal.write(new LedgerEntry.OrderMoved(at, ticket.order().id(), OrderStatus.NEW));
        contingency.began(ticket, at);
        if (!halted.contains(asset.symbol())) {
            matcher.work(ticket, asset, true, at);
        }
        Order order = ticket.order();
        TimeInForce timeInForce = order.terms().timeInForce();
        boolean once = timeInForce.immediate() || timeInForce.auction();
        if (once && !order.status().closed()) {
            journal.write(new LedgerEntry.OrderMoved(at, order.id(), OrderStatus.CANCELED));
        }
    }

    ExchangeResult<OrderSnapshot> refuse(
            ExchangeAccount account, RequestedOrder request, VenueRefusal refusal, Instant at) {
        journal.write(
                new LedgerEntry.OrderRefused(
                        at,
                        account.name(),
                        request.clientOrderId(),
                        request.symbol(),
                        refusal.kind().code(),
                        refusal.message()));
        return new ExchangeResult.Refused<>(refusal);
    }

    private @Nullable VenueRefusal judge(OrderContext proposal) {
        VenueRefusal full = capacity.refusal(!proposal.opens());
        if (full != null) {
            return full;
        }
        if (proposal.account().settings().suspendTrade()) {
            return VenueRefusal.forbidden("new orders are rejected by user request");
        }
        for (Rule rule : rules) {
            VenueRefusal refusal = rule.check(proposal);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
