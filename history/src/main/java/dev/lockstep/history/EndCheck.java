package dev.lockstep.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what is so in the end, when nothing changes any more. */
final class EndCheck {
    private final HistoryIndex index;
    private final Set<String> canceled;

    EndCheck(HistoryIndex index) {
        this.index = index;
        this.canceled =
                index.byTime().stream()
                        .filter(each -> each.request() instanceof ClientRequest.Cancel)
                        .flatMap(each -> each.seen().stream())
                        .map(SeenOrder::id)
                        .collect(Collectors.toSet());
    }

    Stream<Breach> breaches() {
        return Stream.concat(
                index.end().stream().flatMap(order -> ofOrder(order).stream()), unknownLines());
    }

    private List<Breach> ofOrder(SeenOrder order) {
        List<Breach> breaches = new ArrayList<>();
        if (order.unanswered()) {
            breaches.add(breach(HistoryRule.ANSWERS_ARRIVE, order, "is " + order.status()));
        }
        if (canceled.contains(order.id()) && !order.ended()) {
            breaches.add(
                    breach(
                            HistoryRule.CANCELS_COME_TRUE,
                            order,
                            "its cancel was accepted, and it is " + order.status()));
        }
        LedgerLine line = index.atExchange(order);
        if (line == null && !order.mayBeAbsent()) {
            breaches.add(
                    breach(
                            HistoryRule.EQUAL_TO_EXCHANGE,
                            order,
                            "is " + order.status() + ", not at the exchange"));
        }
        if (line != null && !agree(order, line)) {
            breaches.add(breach(HistoryRule.EQUAL_TO_EXCHANGE, order, order + " here, " + line));
        }
        return breaches;
    }

    /** Names of open statuses differ; those of ends do not. */
    private static boolean agree(SeenOrder order, LedgerLine line) {
        boolean sameEnd = line.ended() ? line.status().equals(order.status()) : !order.ended();
        return sameEnd && order.filledQty().compareTo(line.filledQty()) == 0;
    }

    private Stream<Breach> unknownLines() {
        Set<String> known = index.seen().map(SeenOrder::clientOrderId).collect(Collectors.toSet());
        return index.ledger().stream()
                .filter(line -> !known.contains(line.clientOrderId()))
                .map(line ->
                        new Breach(
                                HistoryRule.EQUAL_TO_EXCHANGE,
                                line.clientOrderId(),
                                "at the exchange, and no client knows of it: " + line));
    }

    private static Breach breach(HistoryRule rule, SeenOrder order, String text) {
        return new Breach(rule, order.id(), text);
    }
}
