package dev.lockstep.broker.alpaca.wire.activity;

import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Parser of a non-trade account activity. An activity with unreadable amounts or an unknown type is
 * stored as received and affects only the cash balance, so that it does not block the others.
 *
 * @param wire the activity
 * @param payload the activity as received
 */
record BookedActivity(WireActivity wire, String payload) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int DATE_CHARS = 10;
    private static final int ID_DATE_CHARS = 8;

    Adjustment adjustment() throws UnreadableException {
        try {
            return read();
        } catch (UnreadableException | RuntimeException wrong) {
            if (wrong instanceof InvalidValueException
                    || wrong instanceof NumberFormatException
                    || wrong instanceof DateTimeException
                    || wrong instanceof UnreadableException) {
                return unreadable(String.valueOf(wrong.getMessage()));
            }
            throw wrong;
        }
    }

    private Adjustment read() throws UnreadableException {
        boolean undone = "canceled".equals(wire.status());
        AdjustmentKind kind = undone ? AdjustmentKind.OTHER : ActivityTypes.kind(type());
        Symbol symbol = wire.supportedSymbol();
        Money cash =
                Objects.requireNonNullElse(JsonFields.optionalMoney(wire.netAmount()), Money.ZERO);
        boolean counts = symbol != null && kind != AdjustmentKind.OTHER;
        return new Adjustment(
                id(),
                kind,
                typeWithSub(),
                symbol,
                counts ? quantity(kind, cash) : NetQuantity.FLAT,
                undone ? Money.ZERO : cash,
                price(),
                order(),
                text(symbol, undone),
                at(),
                payload);
    }

    /**
     * A dividend states the number of shares it was paid on; only a stock dividend changes the
     * position.
     */
    private NetQuantity quantity(AdjustmentKind kind, Money cash) {
        if (wire.oldQty() != null && wire.newQty() != null) {
            return NetQuantity.of(wire.newQty()).plus(NetQuantity.of(wire.oldQty()).opposite());
        }
        boolean inShares = "SDIV".equals(wire.subType()) && cash.equals(Money.ZERO);
        if (wire.qty() == null
                || wire.qty().isBlank()
                || kind == AdjustmentKind.INTEREST
                || (kind == AdjustmentKind.DIVIDEND && !inShares)) {
            return NetQuantity.FLAT;
        }
        NetQuantity stated = NetQuantity.of(wire.qty());
        return "CFEE".equals(wire.activityType())
                ? new NetQuantity(stated.value().abs().negate())
                : stated;
    }

    private @Nullable Price price() {
        BigDecimal price = JsonFields.optionalDecimal(wire.price());
        return price == null || price.signum() <= 0 ? null : JsonFields.averagePrice(wire.price());
    }

    private @Nullable BrokerOrderId order() {
        String order = wire.orderId();
        return order == null || order.isBlank() ? null : new BrokerOrderId(order);
    }

    private String text(@Nullable Symbol symbol, boolean undone) {
        String about =
                symbol == null && wire.symbol() != null && !wire.symbol().isBlank()
                        ? wire.symbol() + " is not a supported symbol; "
                        : "";
        return (undone ? "canceled by the broker; " : "")
                + about
                + Objects.requireNonNullElse(wire.description(), "");
    }

    private Adjustment unreadable(String why) throws UnreadableException {
        return new Adjustment(
                id(),
                AdjustmentKind.OTHER,
                Adjustment.UNREADABLE,
                null,
                NetQuantity.FLAT,
                Money.ZERO,
                null,
                null,
                "cannot be read: " + why,
                timeOfId(),
                payload);
    }

    private ActivityId id() throws UnreadableException {
        return new ActivityId(JsonFields.required("id", wire.id()));
    }

    private String type() throws UnreadableException {
        return JsonFields.required("activity_type", wire.activityType());
    }

    private String typeWithSub() throws UnreadableException {
        String sub = wire.subType();
        return sub == null || sub.isBlank() ? type() : type() + "/" + sub;
    }

    private Instant at() throws UnreadableException {
        if (wire.createdAt() != null) {
            return JsonFields.time("created_at", wire.createdAt());
        }
        return wire.transactionTime() == null
                ? midnight(JsonFields.required("date", wire.date()))
                : JsonFields.time("transaction_time", wire.transactionTime());
    }

    private static Instant midnight(String date) {
        String day = date.substring(0, Math.min(date.length(), DATE_CHARS));
        return LocalDate.parse(day).atStartOfDay(NEW_YORK).toInstant();
    }

    /** Every activity id starts with the date, which preserves the list's order. */
    private Instant timeOfId() throws UnreadableException {
        String name = id().value();
        try {
            String day = name.substring(0, Math.min(name.length(), ID_DATE_CHARS));
            return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                    .atStartOfDay(NEW_YORK)
                    .toInstant();
        } catch (DateTimeException noDay) {
            return Instant.EPOCH;
        }
    }
}
