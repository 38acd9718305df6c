package dev.lockstep.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads every order that the clients may have made, after their last request. */
public final class EndReader {
    private final ClientApi platform;

    /** Creates a reader at one process. */
    public EndReader(ClientApi platform) {
        this.platform = platform;
    }

    /**
     * Returns the orders of the keys, and those that were seen.
     *
     * @return empty if one of them could not be read
     */
    public Optional<List<SeenOrder>> read(List<String> keys, List<Invocation> invocations)
            throws InterruptedException {
        Map<String, SeenOrder> end = new LinkedHashMap<>();
        for (String key : keys) {
            if (!add(platform.reply(new ClientRequest.Read(key)), end)) {
                return Optional.empty();
            }
        }
        for (String id : seenBeside(end.keySet(), invocations)) {
            if (!add(platform.order(id), end)) {
                return Optional.empty();
            }
        }
        return Optional.of(new ArrayList<>(end.values()));
    }

    /** Returns whether no order waits for an answer or for the end that its cancel asks for. */
    public static boolean settled(List<SeenOrder> end) {
        return end.stream()
                .noneMatch(
                        order -> order.unanswered() || (order.cancelRequested() && !order.ended()));
    }

    private static boolean add(ClientReply reply, Map<String, SeenOrder> end) {
        if (!(reply instanceof ClientReply.Accepted(List<SeenOrder> orders))) {
            return false;
        }
        orders.forEach(order -> end.put(order.id(), order));
        return true;
    }

    private static Set<String> seenBeside(Set<String> known, List<Invocation> invocations) {
        Set<String> ids = new LinkedHashSet<>();
        invocations.forEach(each -> each.seen().forEach(order -> ids.add(order.id())));
        ids.removeAll(known);
        return ids;
    }
}
