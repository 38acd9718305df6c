package dev.lockstep.imports;

import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.imports.ImportNote.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order made from the order of another platform.
 *
 * <p>The other platform's status is trusted only if a mistake in it does no harm. A final status
 * that fits the filled quantity is kept. In all other cases the broker decides: with the broker's
 * id the order is open, so that the next sync looks it up by that id; without one it is unknown, so
 * that it is looked up by its client order id. That id is the number of the other platform and not
 * one of ours, so the order is never sent from here. It has no pending change, so no cancel is
 * repeated.
 *
 * @param legacy the original
 * @param order the order
 * @param notes remarks for the user
 */
public record ImportedOrder(LegacyOrder legacy, Order order, List<ImportNote> notes) {
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    public ImportedOrder {
        notes = List.copyOf(notes);
    }

    /**
     * Creates the order; the same one each time, except for the time of the import.
     *
     * @param platform the name of the other platform
     * @param legacy the original
     * @param parent the id of its parent, null if it has none
     * @param at the time of the import
     */
    public static ImportedOrder of(
            String platform, LegacyOrder legacy, @Nullable OrderId parent, Instant at) {
        List<ImportNote> notes = new ArrayList<>();
        Instant createdAt = createdAt(legacy, at, notes);
        Order order =
                new Order(
                        OrderId.at(createdAt, legacy.id()),
                        clientOrderId(legacy),
                        new IdempotencyKey(keyPrefix(platform) + legacy.id()),
                        new OrderPurpose.Imported(),
                        parent,
                        null,
                        legacy.terms(),
                        state(platform, legacy, notes),
                        createdAt,
                        at,
                        1);
        return new ImportedOrder(legacy, order, notes);
    }

    /** Returns the same order, hanging on none. */
    public ImportedOrder standingAlone() {
        Order alone =
                new Order(
                        order.id(),
                        order.clientOrderId(),
                        order.idempotencyKey(),
                        order.purpose(),
                        null,
                        order.replaces(),
                        order.terms(),
                        order.state(),
                        order.createdAt(),
                        order.updatedAt(),
                        order.version());
        return new ImportedOrder(legacy, alone, notes);
    }

    /** Returns the name it was sent under; a name of ours begins with a tag and a dash. */
    private static ClientOrderId clientOrderId(LegacyOrder legacy) {
        return new ClientOrderId(Long.toString(legacy.id()));
    }

    /** Returns the prefix of the keys of all orders from this platform. */
    public static String keyPrefix(String platform) {
        return "imported " + platform + " order ";
    }

    private static Instant createdAt(LegacyOrder legacy, Instant at, List<ImportNote> notes) {
        Instant reported = legacy.createdAt();
        if (reported != null
                && !reported.isBefore(Instant.EPOCH)
                && !reported.isAfter(at.plus(CLOCK_SKEW))) {
            return reported;
        }
        notes.add(
                note(
                        legacy,
                        Kind.NO_TIME,
                        "created_at",
                        reported == null ? "nothing" : reported.toString(),
                        "1970-01-01 stands for it"));
        return Instant.EPOCH;
    }

    private static OrderState state(String platform, LegacyOrder legacy, List<ImportNote> notes) {
        OrderStatus status = status(legacy);
        if (contradicts(legacy)) {
            notes.add(
                    note(
                            legacy,
                            Kind.CONTRADICTION,
                            "status",
                            legacy.status().word() + " with " + legacy.cumQty() + " traded",
                            status.closed()
                                    ? "all of it traded, so it is filled"
                                    : "the broker will be asked"));
        }
        if (legacy.brokerOrderId() == null && status == OrderStatus.FILLED) {
            notes.add(
                    note(
                            legacy,
                            Kind.NO_BROKER_ID,
                            "broker_order_id",
                            "nothing",
                            "taken as it is; nothing confirms it"));
        }
        boolean traded =
                !legacy.cumQty().zero()
                        && (status.closed() || (!status.unresolved() && !contradicts(legacy)));
        return new OrderState(
                status,
                legacy.brokerOrderId(),
                status.closed() ? brokerStatus(legacy, status) : "",
                traded ? legacy.cumQty() : Quantity.ZERO,
                traded ? legacy.avgPx() : null,
                false,
                null,
                "imported from " + platform + ", where it was " + legacy.status().word());
    }

    /**
     * Returns the broker's status: the other platform's names are those of the broker, in lower
     * case.
     */
    private static String brokerStatus(LegacyOrder legacy, OrderStatus status) {
        return status == OrderStatus.FILLED
                ? "filled"
                : legacy.status().word().toLowerCase(Locale.ROOT);
    }

    private static OrderStatus status(LegacyOrder legacy) {
        OrderStatus reported = reported(legacy);
        if (reported.closed() && allTraded(legacy)) {
            return OrderStatus.FILLED;
        }
        if (reported.closed() && !contradicts(legacy) && brokerSaidSo(legacy, reported)) {
            return reported;
        }
        return legacy.brokerOrderId() == null ? OrderStatus.UNKNOWN : open(legacy, reported);
    }

    /**
     * Returns whether a final status without the broker's id can come from the broker. Otherwise
     * the other platform lost track of the order, which may still work. Only a refusal explains
     * that there is no id.
     */
    private static boolean brokerSaidSo(LegacyOrder legacy, OrderStatus reported) {
        return legacy.brokerOrderId() != null || reported == OrderStatus.REJECTED;
    }

    private static OrderStatus open(LegacyOrder legacy, OrderStatus reported) {
        if (reported == OrderStatus.HELD
                || reported == OrderStatus.SUSPENDED
                || reported == OrderStatus.DONE_FOR_DAY) {
            return reported;
        }
        return legacy.cumQty().zero() || contradicts(legacy)
                ? OrderStatus.ACCEPTED
                : OrderStatus.PARTIALLY_FILLED;
    }

    private static OrderStatus reported(LegacyOrder legacy) {
        return switch (legacy.status()) {
            case ReportedStatus.Known known -> known.status();
            case ReportedStatus.Unrecognized _ -> OrderStatus.UNKNOWN;
        };
    }

    /** All of it traded and it is not filled, or the other way round, or more than all traded. */
    private static boolean contradicts(LegacyOrder legacy) {
        Quantity orderQty = legacy.terms().orderQty();
        boolean tooMuch = orderQty != null && legacy.cumQty().compareTo(orderQty) > 0;
        return tooMuch || (reported(legacy) == OrderStatus.FILLED) != allTraded(legacy);
    }

    private static boolean allTraded(LegacyOrder legacy) {
        return legacy.cumQty().equals(legacy.terms().orderQty());
    }

    private static ImportNote note(
            LegacyOrder legacy, Kind kind, String field, String value, String rule) {
        return new ImportNote(kind, legacy.table(), legacy.id(), field, value, rule);
    }
}
