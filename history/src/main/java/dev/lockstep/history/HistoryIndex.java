package dev.lockstep.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history, arranged by key, by order and by client order id. */
final class HistoryIndex {
    private final List<Invocation> byTime;
    private final Map<String, SeenOrder> end;
    private final Map<String, LedgerLine> ledger = new LinkedHashMap<>();
    private final List<LedgerLine> ledgerLines;

    HistoryIndex(History history) {
        byTime =
                history.invocations().stream()
                        .sorted(Comparator.comparingLong(Invocation::invokedNanos))
                        .toList();
        end =
                history.end().stream()
                        .collect(
                                Collectors.toMap(
                                        SeenOrder::id,
                                        order -> order,
                                        (_, later) -> later,
                                        LinkedHashMap::new));
        ledgerLines = history.ledger();
        ledgerLines.forEach(line -> ledger.put(line.clientOrderId(), line));
    }

    /** Returns the invocations in the order in which they began. */
    List<Invocation> byTime() {
        return byTime;
    }

    /** Returns the orders as they were in the end. */
    List<SeenOrder> end() {
        return List.copyOf(end.values());
    }

    /** Returns an order as it was in the end; null if no end is known. */
    @Nullable SeenOrder endOf(String id) {
        return end.get(id);
    }

    /** Returns the exchange's order; null if it has none of this id. */
    @Nullable LedgerLine atExchange(SeenOrder order) {
        return ledger.get(order.clientOrderId());
    }

    List<LedgerLine> ledger() {
        return ledgerLines;
    }

    /** Returns the submits of each key. */
    Map<String, List<Invocation>> submits() {
        Map<String, List<Invocation>> submits = new LinkedHashMap<>();
        for (Invocation each : byTime) {
            if (each.request() instanceof ClientRequest.Submit(String key, SubmittedTerms _)) {
                submits.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
            }
        }
        return submits;
    }

    /** Returns every order that was ever seen, once for each state that was seen. */
    Stream<SeenOrder> seen() {
        return Stream.concat(
                byTime.stream().flatMap(each -> each.seen().stream()), end.values().stream());
    }

    /** Returns the client order ids of each key. */
    Map<String, List<String>> clientOrderIds() {
        return seen().filter(order -> order.key() != null)
                .collect(
                        Collectors.groupingBy(
                                order -> Objects.requireNonNull(order.key()),
                                Collectors.mapping(
                                        SeenOrder::clientOrderId,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(),
                                                ids -> ids.stream().distinct().toList()))));
    }
}
