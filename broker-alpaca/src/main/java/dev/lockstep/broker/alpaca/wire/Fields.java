package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.money.BoundedDecimal;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.BrokerOrderId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single fields of the wire; a field that must be there and is not is named. */
final class Fields {
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Fields() {}

    static String required(String field, @Nullable String text) throws UnreadableException {
        if (text == null || text.isBlank()) {
            throw new UnreadableException(field + " is missing");
        }
        return text;
    }

    /** The broker's id of an order, which is a UUID; anything else is mangled. */
    static BrokerOrderId orderId(String field, @Nullable String text) throws UnreadableException {
        return new BrokerOrderId(uuid(field, text));
    }

    /** The same where there may be none. */
    static @Nullable BrokerOrderId optionalOrderId(String field, @Nullable String text)
            throws UnreadableException {
        return text == null || text.isBlank() ? null : orderId(field, text);
    }

    /** An id that the broker makes. */
    static String uuid(String field, @Nullable String text) throws UnreadableException {
        String id = required(field, text);
        if (!UUID.matcher(id).matches()) {
            throw new UnreadableException(field + " is no UUID: " + id);
        }
        return id;
    }

    static @Nullable Quantity quantity(@Nullable String text) {
        return text == null || text.isBlank() ? null : Quantity.of(text);
    }

    static Money money(String field, @Nullable String text) throws UnreadableException {
        return Money.of(required(field, text));
    }

    /** Null where it is not told; more decimals than we keep are rounded, as in a valuation. */
    static @Nullable Money optionalMoney(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        BigDecimal amount = decimal(text);
        return new Money(
                amount.scale() > Money.MAX_DECIMALS
                        ? amount.setScale(Money.MAX_DECIMALS, RoundingMode.HALF_EVEN)
                        : amount);
    }

    /** None where it is not told; decimals that we do not keep are cut off. */
    static Quantity roundedQuantity(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Quantity.ZERO;
        }
        BigDecimal size = decimal(text);
        return new Quantity(
                size.scale() > Quantity.MAX_DECIMALS
                        ? size.setScale(Quantity.MAX_DECIMALS, RoundingMode.DOWN)
                        : size);
    }

    static @Nullable BigDecimal optionalDecimal(@Nullable String text) {
        return text == null || text.isBlank() ? null : decimal(text);
    }

    /** A price that must be there; decimals that we do not keep are rounded. */
    static Price price(String field, @Nullable String text) throws UnreadableException {
        Price price = averagePrice(required(field, text));
        if (price == null) {
            throw new UnreadableException(field + " is zero");
        }
        return price;
    }

    /** An average is no price that anybody trades at: decimals that we do not keep are rounded. */
    static @Nullable Price averagePrice(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        BigDecimal average = decimal(text);
        return average.signum() == 0
                ? null
                : new Price(
                        average.scale() > Price.MAX_DECIMALS
                                ? average.setScale(Price.MAX_DECIMALS, RoundingMode.HALF_EVEN)
                                : average);
    }

    private static BigDecimal decimal(String text) {
        return BoundedDecimal.parse("number", text);
    }

    static Instant time(String field, @Nullable String text) throws UnreadableException {
        try {
            return OffsetDateTime.parse(required(field, text)).toInstant();
        } catch (DateTimeException notATime) {
            throw new UnreadableException(field + " is no time: " + text, notATime);
        }
    }
}
