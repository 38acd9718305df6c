package dev.lockstep.domain.usecase.recover;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Resolves unanswered orders in short passes, so that many slow look-ups do not hold up what else
 * its caller has to do, such as the sync. A pass that runs out of time leaves the other orders to
 * the next one, which begins with those that have waited longest. For one thread at a time.
 */
public final class ResolveInTurns {
    /** A pass begins no look-up after this; the last one may end later. */
    static final Duration LONGEST_PASS = Duration.ofSeconds(5);

    private static final String NOT_ASKED = "not looked up yet: others are first";

    private final ResolveUnknown resolveUnknown;
    private final PlatformClock clock;

    /** The unanswered orders, those that have waited longest first. */
    private final SequencedMap<OrderId, Order> turns = new LinkedHashMap<>();

    private final Map<OrderId, String> lastTexts = new HashMap<>();

    /** Creates passes by a use case. */
    public ResolveInTurns(ResolveUnknown resolveUnknown, PlatformClock clock) {
        this.resolveUnknown = resolveUnknown;
        this.clock = clock;
    }

    /**
     * Runs one pass over the orders that have been unanswered for some time.
     *
     * @return all these orders; one that was not looked up has the text of its last look-up
     */
    public Resolution pass(Duration untouchedFor) {
        long began = clock.nanoTime();
        List<Order> unanswered = resolveUnknown.unanswered(untouchedFor);
        Set<OrderId> ids = unanswered.stream().map(Order::id).collect(Collectors.toSet());
        turns.keySet().retainAll(ids);
        lastTexts.keySet().retainAll(ids);
        // An order that has a turn keeps it.
        unanswered.forEach(order -> turns.put(order.id(), order));
        List<Order> settled = new ArrayList<>();
        List<Resolution.Unresolved> unresolved = new ArrayList<>();
        for (Order order : List.copyOf(turns.values())) {
            if (clock.since(began).compareTo(LONGEST_PASS) < 0) {
                lookUp(order).into(settled, unresolved);
            } else {
                String text = lastTexts.getOrDefault(order.id(), NOT_ASKED);
                unresolved.add(new Resolution.Unresolved(order, text, false));
            }
        }
        return new Resolution(settled, unresolved);
    }

    private LookupOutcome lookUp(Order order) {
        LookupOutcome outcome = resolveUnknown.resolve(order);
        turns.putLast(order.id(), order);
        lastTexts.put(order.id(), outcome.text());
        return outcome;
    }
}
