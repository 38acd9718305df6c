package dev.lockstep.domain.usecase.monitor;

import dev.lockstep.domain.incident.IncidentKind;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.usecase.adjust.FetchedAdjustments;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Maintains one incident for each unreadable item at the broker, with its raw text when first seen.
 * Items beyond a bound share one incident. The raw text may change at each check, as prices do, so
 * only another reason or quantity is written again.
 */
public final class UnreadableIncidents {
    /** The most unreadable items that have an incident of their own. */
    public static final int MAX_ITEMS = 50;

    private static final String RAW = "; received: ";

    private final IncidentBook incidents;

    public UnreadableIncidents(IncidentBook incidents) {
        this.incidents = incidents;
    }

    /** Keeps the incidents of a kind of item as they are seen now; closes those that are over. */
    public void settle(UnreadableItem.Kind kind, List<UnreadableItem> items) {
        Map<String, String> known = incidents.texts(IncidentKind.UNREADABLE_AT_BROKER);
        Map<String, String> seen = new HashMap<>(known);
        seen.keySet().removeIf(subject -> subject.startsWith(prefix(kind)));
        seen.putAll(texts(kind, items, known));
        incidents.settle(
                IncidentKind.UNREADABLE_AT_BROKER,
                seen,
                "it can be read, or the broker has it no more");
    }

    /** Opens incidents for items that are listed only for a while, and closes none. */
    public void add(UnreadableItem.Kind kind, List<UnreadableItem> items) {
        texts(kind, items, incidents.texts(IncidentKind.UNREADABLE_AT_BROKER))
                .forEach((subject, text) ->
                        incidents.open(IncidentKind.UNREADABLE_AT_BROKER, subject, text));
    }

    /** Closes the incident of each execution that was read after all. */
    public void read(List<Fill> executions) {
        List<String> open =
                incidents.subjects(IncidentKind.UNREADABLE_AT_BROKER).stream()
                        .filter(subject -> subject.startsWith(prefix(UnreadableItem.Kind.ACTIVITY)))
                        .toList();
        for (String subject : open) {
            if (executions.stream()
                    .anyMatch(fill -> subject.endsWith(fill.executionId().value()))) {
                incidents.close(IncidentKind.UNREADABLE_AT_BROKER, subject, "it was read");
            }
        }
    }

    /** Opens incidents for entries that cannot be read, and closes those of entries read now. */
    public void settle(FetchedAdjustments adjustments) {
        add(UnreadableItem.Kind.ACTIVITY, adjustments.unreadable());
        for (String subject : incidents.subjects(IncidentKind.UNREADABLE_AT_BROKER)) {
            if (adjustments.read().stream()
                    .anyMatch(id -> subject.equals(prefix(UnreadableItem.Kind.ACTIVITY) + id))) {
                incidents.close(IncidentKind.UNREADABLE_AT_BROKER, subject, "it was read");
            }
        }
    }

    private static Map<String, String> texts(
            UnreadableItem.Kind kind, List<UnreadableItem> items, Map<String, String> known) {
        Map<String, String> texts = new TreeMap<>();
        items.stream()
                .sorted(Comparator.comparing(UnreadableItem::name))
                .limit(MAX_ITEMS)
                .forEach(item -> texts.put(prefix(kind) + item.name(), text(item, known)));
        if (items.size() > MAX_ITEMS) {
            texts.put(
                    prefix(kind) + "(others)",
                    (items.size() - MAX_ITEMS)
                            + " more at the broker cannot be read; 'lockstep sync' and 'lockstep"
                            + " positions' list them");
        }
        return texts;
    }

    private static String text(UnreadableItem item, Map<String, String> known) {
        String head = "The broker's " + item.text() + RAW;
        String before = known.getOrDefault(prefix(item.kind()) + item.name(), "");
        return before.startsWith(head) ? before : head + item.raw();
    }

    private static String prefix(UnreadableItem.Kind kind) {
        return kind.noun() + " ";
    }
}
