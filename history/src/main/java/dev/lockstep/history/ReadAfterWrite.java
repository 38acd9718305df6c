package dev.lockstep.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that an accepted submit or cancel is visible to every later read. */
final class ReadAfterWrite {
    private final HistoryIndex index;
    private final Map<String, Invocation> submitted = new HashMap<>();
    private final Map<String, Invocation> canceled = new HashMap<>();

    ReadAfterWrite(HistoryIndex index) {
        this.index = index;
        for (Invocation each : index.byTime()) {
            if (each.reply() instanceof ClientReply.Accepted) {
                switch (each.request()) {
                    case ClientRequest.Submit submit -> keepFirst(submitted, submit.key(), each);
                    case ClientRequest.Cancel cancel -> keepFirst(canceled, cancel.id(), each);
                    case ClientRequest.Read _ -> {}
                }
            }
        }
    }

    Stream<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        for (Invocation each : index.byTime()) {
            if (each.request() instanceof ClientRequest.Read(String key)
                    && each.reply() instanceof ClientReply.Accepted(List<SeenOrder> orders)) {
                checkKey(key, each, orders, breaches);
                orders.forEach(order -> checkCancel(order, each, breaches));
            }
        }
        return breaches.stream();
    }

    private void checkKey(
            String key, Invocation read, List<SeenOrder> orders, List<Breach> breaches) {
        Invocation submit = submitted.get(key);
        if (submit != null && submit.precedes(read) && orders.isEmpty()) {
            breaches.add(
                    new Breach(
                            HistoryRule.READ_YOUR_WRITES,
                            key,
                            "accepted at "
                                    + submit.returnedNanos()
                                    + ", and a read at "
                                    + read.invokedNanos()
                                    + " found no order"));
        }
    }

    private void checkCancel(SeenOrder order, Invocation read, List<Breach> breaches) {
        Invocation cancel = canceled.get(order.id());
        if (cancel != null && cancel.precedes(read) && !order.cancelRequested() && !order.ended()) {
            breaches.add(
                    new Breach(
                            HistoryRule.READ_YOUR_WRITES,
                            order.id(),
                            "its cancel was accepted, and a later read saw " + order));
        }
    }

    /** Keeps the reply that came first. */
    private static void keepFirst(
            Map<String, Invocation> first, String subject, Invocation invocation) {
        first.merge(
                subject,
                invocation,
                (known, other) -> known.returnedNanos() <= other.returnedNanos() ? known : other);
    }
}
