package dev.lockstep.domain.risk.denial;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.ShownValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses what {@link Denial#text} writes, also within a longer text. */
final class StoredDenials {
    private static final String DETAIL = "(\"(?:[^\"\\\\]++|\\\\.)*+\"|[A-Za-z0-9_.,:/%+-]+)";
    private static final Pattern DENIAL =
            Pattern.compile(
                    "\\b([a-z]++(?:_[a-z]++)*+) field="
                            + DETAIL
                            + " value="
                            + DETAIL
                            + " expected="
                            + DETAIL
                            + "(?: strategy="
                            + DETAIL
                            + ")?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private static final int FIELD = 2;
    private static final int VALUE = 3;
    private static final int EXPECTED = 4;
    private static final int STRATEGY = 5;

    private static final Map<String, DenialReason> REASONS =
            Arrays.stream(DenialReason.values())
                    .collect(Collectors.toMap(ShownValue::of, Function.identity()));

    private StoredDenials() {}

    static List<Denial> in(String text) {
        List<Denial> denials = new ArrayList<>();
        Matcher matcher = DENIAL.matcher(text);
        while (matcher.find()) {
            read(matcher).ifPresent(denials::add);
        }
        return List.copyOf(denials);
    }

    /** Returns the text with another text in place of each denial; unknown codes stay. */
    static String replaced(String text, Function<Denial, String> words) {
        return DENIAL.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(read(match).map(words).orElseGet(match::group)));
    }

    private static Optional<Denial> read(MatchResult match) {
        return Optional.ofNullable(REASONS.get(match.group(1)))
                .map(reason ->
                        new Denial(
                                reason,
                                bare(match.group(FIELD)),
                                bare(match.group(VALUE)),
                                bare(match.group(EXPECTED)),
                                strategy(match.group(STRATEGY))));
    }

    private static @Nullable StrategyId strategy(@Nullable String name) {
        return name == null ? null : new StrategyId(bare(name));
    }

    private static String bare(String detail) {
        return detail.startsWith("\"")
                ? ESCAPED.matcher(detail.substring(1, detail.length() - 1)).replaceAll("$1")
                : detail;
    }
}
