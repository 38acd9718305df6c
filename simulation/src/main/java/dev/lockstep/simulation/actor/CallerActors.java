package dev.lockstep.simulation.actor;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.cancel.CancelAllResult;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.close.ClosePosition;
import dev.lockstep.domain.usecase.close.CloseResult;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import dev.lockstep.domain.usecase.reverse.ReversalResult;
import dev.lockstep.domain.usecase.submit.SubmitResult;
import dev.lockstep.simulation.actor.Promises.Intention;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers of the platform do with orders. */
final class CallerActors {
    private final Stage stage;
    private final Chance chance;
    private final RandomTerms terms;
    private final Map<Symbol, Price> limits = new HashMap<>();

    CallerActors(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
        this.terms = new RandomTerms(stage.market(), stage.promises(), chance);
    }

    RandomTerms terms() {
        return terms;
    }

    void submit(PlatformProcess process, NewOrder requested) {
        if (chance.percent(30)) {
            SubmitResult result = process.useCases().submit().submit(requested);
            note(process, "submit without a key is " + result.order().status());
            return;
        }
        Intention intention = stage.promises().intend(requested);
        submit(process, intention, intention.keys().getFirst());
    }

    /** Submits again under the same key, for example after an unanswered submit. */
    void submitAgain(PlatformProcess process) {
        List<Intention> known = stage.promises().intentions();
        if (!known.isEmpty()) {
            Intention intention = chance.of(known);
            submit(process, intention, intention.keys().getLast());
        }
    }

    private void submit(PlatformProcess process, Intention intention, IdempotencyKey key) {
        SubmitResult result = process.useCases().submit().submit(intention.terms(), key);
        stage.promises().acknowledged(key);
        note(process, "submit " + key + " is " + result.order().status());
    }

    void cancel(PlatformProcess process) {
        orders(process)
                .ifPresent(orders -> {
                    boolean young = chance.percent(60);
                    Order order = young ? orders.getFirst() : chance.of(orders);
                    accepted(process, process.useCases().cancel().cancel(order.id()));
                });
    }

    void cancelAll(PlatformProcess process) {
        CancelAllResult result = process.useCases().cancelAll().cancelAll(CancelScope.OURS);
        result.ours().forEach(each -> accepted(process, each));
    }

    /** Cancels the orders of one instrument, also those of others. */
    void cancelExternal(PlatformProcess process) {
        Symbol symbol = chance.of(RandomTerms.SHARES);
        stage.promises().externalCancels(symbol.value());
        CancelAllResult result =
                process.useCases().cancelAll().cancelAll(new CancelScope(symbol, null, true));
        result.ours().forEach(each -> accepted(process, each));
        result.external().stream()
                .filter(CancelAllResult.External::pursued)
                .forEach(each -> stage.promises().externalCancelAccepted(each.id().value()));
        note(process, "cancel of " + result.external().size() + " external orders of " + symbol);
    }

    void replace(PlatformProcess process) {
        orders(process)
                .ifPresent(orders -> {
                    Order order = chance.of(orders);
                    ReplaceRequest request = request(order);
                    var result = process.useCases().replace().replace(order.id(), request);
                    note(
                            process,
                            "replace " + order.id() + " " + result.getClass().getSimpleName());
                });
    }

    void close(PlatformProcess process, boolean part) {
        Symbol symbol = chance.percent(20) ? RandomTerms.COIN : chance.of(RandomTerms.SHARES);
        if (part) {
            closePart(process, symbol);
        } else {
            closeWhole(process, symbol);
        }
    }

    /** Two callers close a part and the whole of one position at the same moment. */
    void closeTogether(ActorKind kind) {
        Symbol symbol = chance.of(RandomTerms.SHARES);
        stage.call(kind, chance, one -> closePart(one, symbol));
        stage.call(kind, chance, one -> closeWhole(one, symbol));
    }

    /**
     * Closes a position or a part of it at a price that the market may not reach, often at the same
     * one again.
     */
    void closeAtLimit(PlatformProcess process) {
        Symbol symbol = chance.percent(20) ? RandomTerms.COIN : chance.of(RandomTerms.SHARES);
        Price limit =
                chance.percent(50)
                        ? limits.getOrDefault(symbol, anyLimit(symbol))
                        : anyLimit(symbol);
        limits.put(symbol, limit);
        CloseResult result =
                chance.percent(50)
                        ? stage.promises()
                                .wholeCloses()
                                .request(process, stage.market(), symbol, limit)
                        : process.useCases().close().closeAt(symbol, null, part(), limit);
        note(
                process,
                "close of " + symbol + " at " + limit + " " + result.getClass().getSimpleName());
    }

    private Price anyLimit(Symbol symbol) {
        return terms.price(symbol, 100 + chance.between(-6, 6));
    }

    private void closePart(PlatformProcess process, Symbol symbol) {
        CloseResult result = process.useCases().close().close(symbol, part());
        note(process, "close of a part of " + symbol + " " + result.getClass().getSimpleName());
    }

    private void closeWhole(PlatformProcess process, Symbol symbol) {
        CloseResult result =
                stage.promises().wholeCloses().request(process, stage.market(), symbol);
        note(process, "close " + symbol + " " + result.getClass().getSimpleName());
    }

    /** Closes what a strategy holds, or a part of it, at the market or at a limit. */
    void closeStrategy(PlatformProcess process) {
        Symbol symbol = chance.of(RandomTerms.SHARES);
        StrategyId strategy = chance.of(RandomTerms.STRATEGIES);
        ClosePart part = chance.percent(30) ? part() : new ClosePart.Whole();
        ClosePosition close = process.useCases().close();
        CloseResult result =
                chance.percent(40)
                        ? close.closeAt(symbol, strategy, part, anyLimit(symbol))
                        : close.close(symbol, strategy, part);
        note(process, "close of strategy " + symbol + " " + result.getClass().getSimpleName());
    }

    /** Some that wait are canceled and requested again, while the close may go on. */
    void reverse(PlatformProcess process) {
        Symbol symbol = chance.percent(5) ? RandomTerms.COIN : mostlyHeld();
        ReversalResult result = reversed(process, symbol);
        if (result instanceof ReversalResult.Reversing(Order _, Order order)
                && order.status() == OrderStatus.WAITING
                && chance.percent(25)) {
            accepted(process, process.useCases().cancel().cancel(order.id()));
            result = reversed(process, symbol);
        }
        note(process, "reverse " + symbol + " " + result.getClass().getSimpleName());
    }

    private ReversalResult reversed(PlatformProcess process, Symbol symbol) {
        ReversalResult result = process.useCases().reverse().reverse(symbol);
        if (result instanceof ReversalResult.Reversing(Order _, Order order)) {
            stage.promises().reversal(order.id());
        }
        return result;
    }

    private Symbol mostlyHeld() {
        List<Symbol> held =
                RandomTerms.SHARES.stream()
                        .filter(symbol -> stage.market().positions().containsKey(symbol.value()))
                        .toList();
        return chance.of(held.isEmpty() || chance.percent(10) ? RandomTerms.SHARES : held);
    }

    void exitAfter(PlatformProcess process) {
        orders(process)
                .ifPresent(orders -> {
                    Order parent = orders.getFirst();
                    NewOrder exit = terms.exit(parent.terms());
                    SubmitResult result = process.useCases().exit().submit(parent.id(), exit);
                    stage.promises().exit(result.order().id(), parent.clientOrderId().value());
                    note(process, "exit after " + parent.id() + " is " + result.order().status());
                });
    }

    private void accepted(PlatformProcess process, CancelResult result) {
        note(process, "cancel " + result.getClass().getSimpleName());
        switch (result) {
            case CancelResult.Requested(Order order) -> stage.promises().cancelAccepted(order);
            case CancelResult.OnceResolved(Order order) -> stage.promises().cancelAccepted(order);
            case CancelResult.Postponed(Order order, String _) ->
                    stage.promises().cancelAccepted(order);
            case CancelResult.CanceledHere(Order order) -> stage.promises().cancelAccepted(order);
            case CancelResult.Unresolved(Order order, String _) ->
                    stage.promises().cancelAccepted(order);
            case CancelResult.NoSuchOrder _,
                    CancelResult.TooLate _,
                    CancelResult.Refused _,
                    CancelResult.Unstored _ -> {}
        }
    }

    private ClosePart part() {
        return chance.percent(50)
                ? new ClosePart.ByQuantity(Quantity.of(String.valueOf(chance.between(1, 10))))
                : new ClosePart.ByPercentage(new java.math.BigDecimal(chance.between(10, 90)));
    }

    private ReplaceRequest request(Order order) {
        Quantity qty =
                chance.percent(60) ? Quantity.of(String.valueOf(chance.between(1, 25))) : null;
        return switch (order.terms().type()) {
            case OrderType.Limit _ ->
                    new ReplaceRequest(
                            qty,
                            terms.price(order.terms().symbol(), 100 + chance.between(-4, 4)),
                            null,
                            null,
                            null);
            default ->
                    new ReplaceRequest(
                            qty == null ? Quantity.of("3") : qty, null, null, null, null);
        };
    }

    /** Returns the newest orders that may still change, newest first. */
    private Optional<List<Order>> orders(PlatformProcess process) {
        List<Order> orders =
                process.stores().orders().search(OrderQuery.all().newestFirst().limit(30)).stream()
                        .filter(order -> !order.status().closed() || chance.percent(5))
                        .filter(order ->
                                order.status() != OrderStatus.WAITING || chance.percent(50))
                        .toList();
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders);
    }

    private void note(PlatformProcess process, String text) {
        stage.promises()
                .note(stage.time().nanos() / 1_000_000 + " " + process.host().name() + " " + text);
    }
}
