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

/** Parsers of single wire fields; an error names the missing or invalid field. */
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

    /** Parses the broker's order id, which must be a UUID. */
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

    /** Returns null if absent; rounds to the supported number of decimals. */
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

    /** Returns zero if absent; truncates to the supported number of decimals. */
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

    /** Parses a required price; rounds to the supported number of decimals. */
    static Price price(String field, @Nullable String text) throws UnreadableException {
        Price price = averagePrice(required(field, text));
        if (price == null) {
            throw new UnreadableException(field + " is zero");
        }
        return price;
    }

    /**
     * Parses an average price, which need not be a tradable price; rounds to the supported number
     * of decimals.
     */
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
            throw new UnreadableException(field + " is not a timestamp: " + text, notATime);
        }
    }
}
