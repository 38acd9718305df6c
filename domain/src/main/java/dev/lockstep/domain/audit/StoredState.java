package dev.lockstep.domain.audit;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stored order next to the event of its version; nothing in it is assumed valid.
 *
 * @param orderId the order
 * @param version its version
 * @param lastEvent the version of its last event, null if it has no events
 * @param fields the fields that must agree
 */
public record StoredState(
        String orderId, long version, @Nullable Long lastEvent, List<Pair> fields) {
    public StoredState {
        fields = List.copyOf(fields);
    }

    /** Returns the breaks of the order; normally none. */
    public List<ChainBreak> breaks() {
        String place = "order " + orderId;
        if (lastEvent == null || lastEvent < version) {
            return List.of(
                    new ChainBreak(
                            Kind.EVENT_MISSING,
                            place,
                            "an event of version " + version,
                            lastEvent == null ? "none" : "version " + lastEvent));
        }
        if (lastEvent > version) {
            return List.of(
                    new ChainBreak(
                            Kind.ORDER_BEHIND,
                            place,
                            "version " + lastEvent,
                            "version " + version));
        }
        return differences(place);
    }

    private List<ChainBreak> differences(String place) {
        List<ChainBreak> breaks = new ArrayList<>();
        for (Pair pair : fields) {
            if (!Objects.equals(pair.ofEvent(), pair.ofOrder())) {
                breaks.add(
                        new ChainBreak(
                                Kind.STATE_DIFFERS,
                                place,
                                pair.name() + " " + shown(pair.ofEvent()),
                                shown(pair.ofOrder())));
            }
        }
        return breaks;
    }

    private static String shown(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    /**
     * A field of an order and the same field of its event.
     *
     * @param name the name of the field
     * @param ofOrder its value in the order, null if empty
     * @param ofEvent its value in the event, null if empty
     */
    public record Pair(String name, @Nullable String ofOrder, @Nullable String ofEvent) {}
}
