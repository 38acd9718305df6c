package dev.lockstep.domain.audit;

import dev.lockstep.domain.audit.ChainBreak.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is stored beside the event of its version; nothing in it is taken to be sound.
 *
 * @param orderId which order
 * @param version its version
 * @param lastEvent the version that its last event made, null where it has no events
 * @param fields what both must agree on
 */
public record StoredState(
        String orderId, long version, @Nullable Long lastEvent, List<Pair> fields) {
    public StoredState {
        fields = List.copyOf(fields);
    }

    /** What is wrong with the order; usually nothing. */
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
     * A field of an order beside what its event says.
     *
     * @param name the order's field
     * @param ofOrder its value, null where it has none
     * @param ofEvent the event's, null where it has none
     */
    public record Pair(String name, @Nullable String ofOrder, @Nullable String ofEvent) {}
}
