package dev.lockstep.app.view;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.value.ShownValue;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Formats values for people: times in one time zone, with their offset; amounts of money grouped
 * and with two decimals; constants as requests write them; everything else as its own text.
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
    private static final String AMOUNT = "$#,##0.00;-$#,##0.00";

    /** Returns the text of a value. */
    public String text(Object value) {
        return switch (value) {
            case Instant instant -> SECONDS.format(instant.atZone(zone));
            case Exact(Instant instant) -> MILLIS.format(instant.atZone(zone));
            case Money money -> amount(money);
            case Profit(Money money) -> amount(money);
            case Enum<?> constant -> ShownValue.of(constant);
            default -> String.valueOf(value);
        };
    }

    private static String amount(Money money) {
        DecimalFormat format =
                new DecimalFormat(AMOUNT, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(money.value());
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
