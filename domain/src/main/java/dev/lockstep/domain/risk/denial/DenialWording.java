package dev.lockstep.domain.risk.denial;

import dev.lockstep.domain.money.GroupedNumber;
import dev.lockstep.domain.risk.limit.LimitName;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the template of a {@link DenialReason} with the details of one denial. */
final class DenialWording {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)([#$]?)}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}(?:\\.[0-9]{1,40})?");
    private static final Pattern COMPARED = Pattern.compile("^(<=|>=|<|>) ?([^ ,]+)");
    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

    private final Denial denial;

    DenialWording(Denial denial) {
        this.denial = denial;
    }

    String text() {
        String reason =
                PLACE.matcher(denial.reason().template())
                        .replaceAll(place ->
                                Matcher.quoteReplacement(
                                        detail(place.group(1), number(place.group(2)))));
        LimitName limit = denial.reason().limit();
        return limit == null ? reason : reason + " (" + limit.word() + ofStrategy() + ")";
    }

    private String detail(String place, Function<String, String> number) {
        return switch (place) {
            case "field" -> label(denial.field());
            case "value" -> number.apply(denial.value());
            case "bound" -> number.apply(bound());
            case "expected" -> expected(number);
            default -> throw new IllegalStateException("no detail " + place);
        };
    }

    /** Returns how numbers are written: {@code $} as dollars, {@code #} grouped, else as given. */
    private static Function<String, String> number(String style) {
        return switch (style) {
            case "$" -> text -> ifNumber(text, GroupedNumber::exactDollars);
            case "#" -> text -> ifNumber(text, GroupedNumber::exact);
            default -> text -> text;
        };
    }

    private static String ifNumber(String text, Function<BigDecimal, String> shown) {
        return NUMBER.matcher(text).matches() ? shown.apply(new BigDecimal(text)) : text;
    }

    /** Returns the limit itself: {@code 10000} of {@code <=10000}. */
    private String bound() {
        Matcher compared = COMPARED.matcher(denial.expected());
        return compared.find() ? compared.group(2) : denial.expected();
    }

    private String expected(Function<String, String> number) {
        String text =
                COMPARED.matcher(denial.expected())
                        .replaceFirst(compared ->
                                Matcher.quoteReplacement(
                                        comparison(compared.group(1))
                                                + " "
                                                + number.apply(compared.group(2))));
        return spaced(text);
    }

    private static String comparison(String sign) {
        return switch (sign) {
            case "<=" -> "at most";
            case ">=" -> "at least";
            case "<" -> "below";
            default -> "above";
        };
    }

    private String ofStrategy() {
        return denial.strategy() == null ? "" : " of strategy " + denial.strategy();
    }

    /** Returns the name of a field in words: {@code limit price}. */
    private static String label(String field) {
        return switch (field) {
            case "qty" -> "quantity";
            case "notional" -> "amount";
            default -> spaced(field).replace('_', ' ');
        };
    }

    private static String spaced(String text) {
        return HUMP.matcher(text)
                .replaceAll(hump -> hump.group(1) + " " + hump.group(2).toLowerCase(Locale.ROOT));
    }
}
