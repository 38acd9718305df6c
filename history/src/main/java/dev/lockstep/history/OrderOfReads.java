package dev.lockstep.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that what clients see of an order only goes forward. */
final class OrderOfReads {
    private final Map<String, List<Sighting>> sightings = new HashMap<>();

    OrderOfReads(HistoryIndex index) {
        for (Invocation each : index.byTime()) {
            for (SeenOrder order : each.seen()) {
                sightings
                        .computeIfAbsent(order.id(), _ -> new ArrayList<>())
                        .add(new Sighting(each, order));
            }
        }
    }

    Stream<Breach> breaches() {
        return sightings.values().stream()
                .flatMap(each -> Stream.concat(stepsBack(each), twoStates(each)));
    }

    /** Compares each sighting, in order of invocation, with the latest that had returned before. */
    private static Stream<Breach> stepsBack(List<Sighting> invoked) {
        List<Sighting> returned =
                invoked.stream()
                        .sorted(Comparator.comparingLong(each -> each.by().returnedNanos()))
                        .toList();
        List<Breach> breaches = new ArrayList<>();
        int next = 0;
        @Nullable SeenOrder latest = null;
        for (Sighting each : invoked) {
            while (next < returned.size() && returned.get(next).by().precedes(each.by())) {
                SeenOrder before = returned.get(next++).order();
                latest = latest == null || before.version() >= latest.version() ? before : latest;
            }
            if (latest != null && isBefore(each.order(), latest)) {
                breaches.add(
                        new Breach(
                                HistoryRule.NEVER_BACKWARDS,
                                latest.id(),
                                latest + " was seen, and later " + each.order()));
            }
        }
        return breaches.stream();
    }

    private static boolean isBefore(SeenOrder later, SeenOrder latest) {
        return later.version() < latest.version()
                || later.filledQty().compareTo(latest.filledQty()) < 0
                || (latest.ended() && !latest.mayBeTriedAgain() && !later.ended());
    }

    private static Stream<Breach> twoStates(List<Sighting> all) {
        Map<Long, SeenOrder> states = new HashMap<>();
        List<Breach> breaches = new ArrayList<>();
        for (Sighting each : all) {
            SeenOrder first = states.putIfAbsent(each.order().version(), each.order());
            if (first != null && !first.sameStateAs(each.order())) {
                breaches.add(
                        new Breach(
                                HistoryRule.NEVER_BACKWARDS,
                                first.id(),
                                "one version is " + first + " and " + each.order()));
            }
        }
        return breaches.stream();
    }

    private record Sighting(Invocation by, SeenOrder order) {}
}
