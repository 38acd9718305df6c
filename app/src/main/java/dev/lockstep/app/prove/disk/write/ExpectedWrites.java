package dev.lockstep.app.prove.disk.write;

import dev.lockstep.app.prove.disk.write.LoggedWrite.Scope;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.position.Holdings;
import dev.lockstep.domain.risk.limit.TradingState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a database may contain by a log up to a crash: every acknowledged write, no write that
 * failed, and of a write without an outcome all or nothing.
 */
public final class ExpectedWrites {
    private final Map<OrderId, Long> acknowledged = new HashMap<>();
    private final Map<OrderId, Set<Long>> possible = new HashMap<>();
    private final Map<Long, LoggedWrite.Begun> open = new LinkedHashMap<>();
    private final Map<Long, LoggedWrite.BegunChange> openChanges = new HashMap<>();
    private int stateChanges;

    /** Returns what may be there after a crash before the operation of this number. */
    public static ExpectedWrites before(List<LoggedLine> lines, int crash) {
        ExpectedWrites expected = new ExpectedWrites();
        lines.stream()
                .filter(line -> line.at() < crash)
                .forEach(line -> expected.add(line.write()));
        return expected;
    }

    private void add(LoggedWrite write) {
        switch (write) {
            case LoggedWrite.Begun begun -> {
                open.put(begun.number(), begun);
                begun.versions()
                        .forEach((id, version) ->
                                possible.computeIfAbsent(id, _ -> new HashSet<>()).add(version));
            }
            case LoggedWrite.BegunChange change -> openChanges.put(change.number(), change);
            case LoggedWrite.Done done -> done(done.number());
            case LoggedWrite.Failed failed -> {
                if (failed.reason() != Reason.COMMIT_UNKNOWN) {
                    failed(failed.number());
                }
            }
            case LoggedWrite.Noted _ -> {
                // It says nothing about a write.
            }
        }
    }

    private void done(long number) {
        LoggedWrite.Begun begun = open.remove(number);
        if (begun != null) {
            acknowledged.putAll(begun.versions());
        }
        LoggedWrite.BegunChange change = openChanges.remove(number);
        if (change != null) {
            stateChanges = change.changes();
        }
    }

    /** A change of the trading state that failed is stored later. */
    private void failed(long number) {
        LoggedWrite.Begun begun = open.remove(number);
        if (begun != null) {
            begun.versions()
                    .forEach((id, version) -> possible.getOrDefault(id, Set.of()).remove(version));
        }
    }

    /** Returns in what a database differs from it; empty if in nothing. */
    public List<String> differences(OrderRepository repository) {
        Map<OrderId, Order> stored = stored(repository);
        List<String> differences = new ArrayList<>();
        stored.values().forEach(order -> compare(order, differences));
        acknowledged.forEach((id, version) -> {
            if (!stored.containsKey(id)) {
                differences.add(
                        "order %s is lost; version %d was acknowledged".formatted(id, version));
            }
        });
        open.values().stream()
                .filter(begun -> begun.scope() == Scope.TOGETHER)
                .filter(begun -> half(begun, stored))
                .forEach(begun ->
                        differences.add("a part of write " + begun.number() + " is stored"));
        compareState(repository.riskControl(), differences);
        Holdings sum = Holdings.NONE.plus(stored.values());
        if (!repository.holdings().equals(sum)) {
            differences.add(
                    "the positions are %s, the orders make %s"
                            .formatted(repository.holdings().bySymbol(), sum.bySymbol()));
        }
        return differences;
    }

    private void compare(Order order, List<String> differences) {
        long least = acknowledged.getOrDefault(order.id(), 0L);
        if (order.version() < least) {
            differences.add(
                    "order %s has version %d; %d was acknowledged"
                            .formatted(order.id(), order.version(), least));
        } else if (!possible.getOrDefault(order.id(), Set.of()).contains(order.version())) {
            differences.add(
                    "order %s has version %d, which failed or was never begun"
                            .formatted(order.id(), order.version()));
        } else if (!CountedOrders.counted(order)) {
            differences.add(
                    "order %s of version %d has traded %s"
                            .formatted(order.id(), order.version(), order.cumQty()));
        }
    }

    private static boolean half(LoggedWrite.Begun begun, Map<OrderId, Order> stored) {
        long there =
                begun.versions().entrySet().stream()
                        .filter(each -> {
                            Order order = stored.get(each.getKey());
                            return order != null && order.version() >= each.getValue();
                        })
                        .count();
        return there != 0 && there != begun.versions().size();
    }

    private void compareState(RiskControl risk, List<String> differences) {
        int changes = risk.changes(RiskControl.MAX_CHANGES).size();
        TradingState state = risk.rules().state();
        TradingState wanted = changes % 2 == 1 ? TradingState.HALTED : TradingState.ACTIVE;
        if (changes < stateChanges || changes > stateChanges + openChanges.size()) {
            differences.add(
                    "there are %d changes of the trading state; %d were acknowledged"
                            .formatted(changes, stateChanges));
        } else if (state != wanted) {
            differences.add("the trading state is %s after %d changes".formatted(state, changes));
        }
    }

    private static Map<OrderId, Order> stored(OrderRepository repository) {
        Map<OrderId, Order> stored = new LinkedHashMap<>();
        OrderQuery query = OrderQuery.all();
        for (List<Order> page = repository.search(query);
                !page.isEmpty();
                page = repository.search(query.after(page.getLast().id()))) {
            page.forEach(order -> stored.put(order.id(), order));
        }
        return stored;
    }
}
