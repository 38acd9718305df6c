package dev.lockstep.app.backtest;

import dev.lockstep.domain.money.GroupedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Formats the names and values of a report for its page. */
final class PageText {
    private static final int CENTS = 2;
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
            BigDecimal percent = number.movePointRight(2);
            return GroupedNumber.price(percent.setScale(CENTS, RoundingMode.HALF_EVEN)) + "%";
        }
        return DOLLARS.matcher(text).matches() && !field.equals("profitFactor")
                ? GroupedNumber.dollars(number)
                : GroupedNumber.exact(number);
    }

    /** Returns text that holds no markup. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
