package dev.lockstep.simulator.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepts new orders: validates them, stores them and passes them to the matcher. */
final class OrderEntry {
    private final Book book;
    private final Journal journal;
    private final Drafting drafting;
    private final Matcher matcher;
    private final Contingency contingency;
    private final TradingHours hours;
    private final Set<String> halted;
    private final Capacity capacity;
    private final List<Rule> rules = new ArrayList<>();

    OrderEntry(
            Book book,
            Journal journal,
            Drafting drafting,
            Matcher matcher,
            Contingency contingency,
            HoldingRules holdingRules,
            TradingHours hours,
            Set<String> halted,
            Capacity capacity) {
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
        rules.addAll(PriceRules.all());
        rules.addAll(holdingRules.all());
    }

    /**
     * Returns the order in its state at acceptance; the book already contains its later changes.
     */
    Outcome<OrderView> enter(Account account, OrderRequest request, Asset asset, Instant at) {
        Proposal proposal =
                new Proposal(
                        request,
                        asset,
                        book.market().price(asset),
                        account,
                        halted.contains(asset.symbol()),
                        request.timeInForce().auction() && !hours.takes(request.timeInForce(), at));
        Refusal refusal = judge(proposal);
        if (refusal != null) {
            return refuse(account, request, refusal, at);
        }
        List<Order> drafted = drafting.draft(proposal, at);
        for (Order order : drafted) {
            journal.write(new LedgerEntry.OrderEntered(at, order));
        }
        OrderTicket ticket = book.existing(drafted.getFirst().id());
        OrderView answer = ticket.view();
        if (ticket.order().status() == OrderStatus.PENDING_NEW) {
            release(ticket, asset, at);
        }
        return new Outcome.Granted<>(answer);
    }

    /** Sends an order to the market, where it fills at once if it can. */
    void release(OrderTicket ticket, Asset asset, Instant at) {
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

    Outcome<OrderView> refuse(Account account, OrderRequest request, Refusal refusal, Instant at) {
        journal.write(
                new LedgerEntry.OrderRefused(
                        at,
                        account.name(),
                        request.clientOrderId(),
                        request.symbol(),
                        refusal.kind().code(),
                        refusal.message()));
        return new Outcome.Refused<>(refusal);
    }

    private @Nullable Refusal judge(Proposal proposal) {
        Refusal full = capacity.refusal(!proposal.opens());
        if (full != null) {
            return full;
        }
        if (proposal.account().settings().suspendTrade()) {
            return Refusal.forbidden("new orders are rejected by user request");
        }
        for (Rule rule : rules) {
            Refusal refusal = rule.check(proposal);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
