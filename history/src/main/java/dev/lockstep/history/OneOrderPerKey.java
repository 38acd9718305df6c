package dev.lockstep.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that a key is one order here and at the exchange. */
final class OneOrderPerKey {
    private final HistoryIndex index;
    private final Map<String, List<LedgerLine>> linesOfKeys = new HashMap<>();

    OneOrderPerKey(HistoryIndex index) {
        this.index = index;
        Map<String, List<LedgerLine>> byClientId =
                index.ledger().stream().collect(Collectors.groupingBy(LedgerLine::clientOrderId));
        index.clientOrderIds()
                .forEach((key, ids) ->
                        linesOfKeys.put(
                                key,
                                ids.stream()
                                        .flatMap(id ->
                                                byClientId.getOrDefault(id, List.of()).stream())
                                        .toList()));
    }

    Stream<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        index.submits().forEach((key, submits) -> check(key, submits, breaches));
        return breaches.stream();
    }

    private void check(String key, List<Invocation> submits, List<Breach> breaches) {
        List<LedgerLine> lines = linesOfKeys.getOrDefault(key, List.of());
        Set<String> orders = acceptedOrders(submits);
        if (orders.size() > 1) {
            breaches.add(new Breach(HistoryRule.ONE_ORDER_PER_KEY, key, "accepted as " + orders));
        }
        if (lines.size() > 1) {
            breaches.add(sentOnce(key, "at the exchange " + lines.size() + " times"));
        }
        if (lines.isEmpty() && !orders.isEmpty()) {
            breaches.add(sentOnce(key, "accepted as " + orders + ", not at the exchange"));
        }
        if (!lines.isEmpty() && submits.stream().allMatch(OneOrderPerKey::refused)) {
            breaches.add(sentOnce(key, "refused each time, and at the exchange"));
        }
        lines.stream()
                .filter(line -> !termsOf(submits.getFirst()).equals(line.terms()))
                .forEach(line ->
                        breaches.add(
                                sentOnce(
                                        key,
                                        "submitted as "
                                                + termsOf(submits.getFirst())
                                                + ", at the exchange "
                                                + line.terms())));
    }

    /** Returns the accepted orders, without those that ended without reaching the exchange. */
    private Set<String> acceptedOrders(List<Invocation> submits) {
        return submits.stream()
                .flatMap(submit -> submit.seen().stream())
                .map(SeenOrder::id)
                .filter(id -> !endedBeforeExchange(id))
                .collect(Collectors.toSet());
    }

    private boolean endedBeforeExchange(String id) {
        SeenOrder end = index.endOf(id);
        return end != null && end.mayBeAbsent();
    }

    private static boolean refused(Invocation submit) {
        return submit.reply() instanceof ClientReply.Refused;
    }

    private static SubmittedTerms termsOf(Invocation submit) {
        return ((ClientRequest.Submit) submit.request()).terms();
    }

    private static Breach sentOnce(String key, String text) {
        return new Breach(HistoryRule.SENT_ONCE, key, text);
    }
}
