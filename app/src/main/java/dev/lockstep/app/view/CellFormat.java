package dev.lockstep.app.view;

import dev.lockstep.domain.money.GroupedNumber;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.value.ShownValue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats the cells of tables: times in one time zone, with their offset; amounts of money grouped
 * and with two decimals; prices grouped, with two decimals or all that they have; constants as
 * requests write them; everything else as its own text.
 *
 * @param zone the time zone of all times
 */
public record CellFormat(ZoneId zone) {
    /** Shows all times in UTC. */
    public static final CellFormat UTC = new CellFormat(ZoneOffset.UTC);

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssXXX", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSXXX", Locale.ROOT);

    /** Returns the text of a value. */
    public String text(Object value) {
        return switch (value) {
            case Instant instant -> SECONDS.format(instant.atZone(zone));
            case Exact(Instant instant) -> MILLIS.format(instant.atZone(zone));
            case Money money -> GroupedNumber.dollars(money.value());
            case Price price -> GroupedNumber.price(price.value());
            case Profit(Money money) -> GroupedNumber.dollars(money.value());
            case Enum<?> constant -> ShownValue.of(constant);
            default -> String.valueOf(value);
        };
    }

    /**
     * A time that is shown to the millisecond.
     *
     * @param instant the time
     */
    public record Exact(Instant instant) {}

    /**
     * An amount of money that is a gain or, if negative, a loss.
     *
     * @param money dollars
     */
    public record Profit(Money money) {
        boolean isGain() {
            return money.compareTo(Money.ZERO) > 0;
        }

        boolean isLoss() {
            return money.compareTo(Money.ZERO) < 0;
        }
    }
}
