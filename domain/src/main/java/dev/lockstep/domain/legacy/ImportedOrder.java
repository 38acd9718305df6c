package dev.lockstep.domain.legacy;

import dev.lockstep.domain.legacy.ImportNote.Kind;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderPurpose;
import dev.lockstep.domain.order.OrderState;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order of ours, made of one that another platform kept.
 *
 * <p>What that platform says is believed only where nothing can hang on it. An end that fits what
 * has traded is an end. Everything else is the broker's to say: with the broker's id the order is
 * open, so that the next sync asks for it by that id; without one it is unknown, so that it is
 * looked up by the name it was sent under. It carries that name, the number it has there, and no
 * name of ours, so that it is never sent from here. No change of it is under way, so that no cancel
 * is asked for again.
 *
 * @param legacy what it was made of
 * @param order the order
 * @param notes what its user must know
 */
public record ImportedOrder(LegacyOrder legacy, Order order, List<ImportNote> notes) {
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    public ImportedOrder {
        notes = List.copyOf(notes);
    }

    /**
     * Makes it; the same order each time, but for the time of the import.
     *
     * @param platform what the other platform is called
     * @param legacy the order there
     * @param parent our name of the order it hangs on, null where it hangs on none
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

    /** The same order, hanging on none. */
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

    /** The name it was sent under; a name of ours begins with a tag and a dash. */
    private static ClientOrderId clientOrderId(LegacyOrder legacy) {
        return new ClientOrderId(Long.toString(legacy.id()));
    }

    /** How the keys of all orders begin that came from this platform. */
    public static String keyPrefix(String platform) {
        return "imported " + platform + " order ";
    }

    private static Instant createdAt(LegacyOrder legacy, Instant at, List<ImportNote> notes) {
        Instant told = legacy.createdAt();
        if (told != null && !told.isBefore(Instant.EPOCH) && !told.isAfter(at.plus(CLOCK_SKEW))) {
            return told;
        }
        notes.add(
                note(
                        legacy,
                        Kind.NO_TIME,
                        "created_at",
                        told == null ? "nothing" : told.toString(),
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

    /** The broker's words are what the other platform's names mean, in small letters. */
    private static String brokerStatus(LegacyOrder legacy, OrderStatus status) {
        return status == OrderStatus.FILLED
                ? "filled"
                : legacy.status().word().toLowerCase(Locale.ROOT);
    }

    private static OrderStatus status(LegacyOrder legacy) {
        OrderStatus told = told(legacy);
        if (told.closed() && allTraded(legacy)) {
            return OrderStatus.FILLED;
        }
        if (told.closed() && !contradicts(legacy) && brokerSaidSo(legacy, told)) {
            return told;
        }
        return legacy.brokerOrderId() == null ? OrderStatus.UNKNOWN : open(legacy, told);
    }

    /**
     * An end without the broker's id is the other platform's own word: it forgot the order, which
     * may work all the same. Only that the broker refused it explains that there is no id.
     */
    private static boolean brokerSaidSo(LegacyOrder legacy, OrderStatus told) {
        return legacy.brokerOrderId() != null || told == OrderStatus.REJECTED;
    }

    private static OrderStatus open(LegacyOrder legacy, OrderStatus told) {
        if (told == OrderStatus.HELD
                || told == OrderStatus.SUSPENDED
                || told == OrderStatus.DONE_FOR_DAY) {
            return told;
        }
        return legacy.cumQty().zero() || contradicts(legacy)
                ? OrderStatus.ACCEPTED
                : OrderStatus.PARTIALLY_FILLED;
    }

    private static OrderStatus told(LegacyOrder legacy) {
        return switch (legacy.status()) {
            case ReportedStatus.Known known -> known.status();
            case ReportedStatus.Unrecognized _ -> OrderStatus.UNKNOWN;
        };
    }

    /** All of it traded and it is not filled, or the other way round, or more than all traded. */
    private static boolean contradicts(LegacyOrder legacy) {
        Quantity orderQty = legacy.terms().orderQty();
        boolean tooMuch = orderQty != null && legacy.cumQty().compareTo(orderQty) > 0;
        return tooMuch || (told(legacy) == OrderStatus.FILLED) != allTraded(legacy);
    }

    private static boolean allTraded(LegacyOrder legacy) {
        return legacy.cumQty().equals(legacy.terms().orderQty());
    }

    private static ImportNote note(
            LegacyOrder legacy, Kind kind, String field, String value, String rule) {
        return new ImportNote(kind, legacy.table(), legacy.id(), field, value, rule);
    }
}
