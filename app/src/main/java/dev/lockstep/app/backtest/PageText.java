package dev.lockstep.app.backtest;

import dev.lockstep.domain.money.GroupedNumber;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and values of a report as text for people. */
final class PageText {
    private static final Set<String> RATIOS =
            Set.of("return", "maxDrawdownShare", "exposure", "timeInMarket", "winRate");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern DOLLARS = Pattern.compile("-?\\d{1,18}\\.\\d{2}");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private PageText() {}

    /** Returns a field's name as words: {@code maxDrawdown} as "Max drawdown". */
    static String label(String field) {
        String words = String.join(" ", WORD_START.split(field)).toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Returns a field's value: numbers in groups, amounts in dollars, ratios in percent. */
    static String value(String field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        if (RATIOS.contains(field)) {
            return grouped("#,##0.00", number.movePointRight(2)) + "%";
        }
        return DOLLARS.matcher(text).matches() && !field.equals("profitFactor")
                ? dollars(number)
                : grouped("#,##0.#########", number);
    }

    /** Returns an amount, such as {@code -$1,234.50}. */
    static String dollars(BigDecimal amount) {
        return GroupedNumber.dollars(amount);
    }

    /** Returns text that holds no markup. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String grouped(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }
}
