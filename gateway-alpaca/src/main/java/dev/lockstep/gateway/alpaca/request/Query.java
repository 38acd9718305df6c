package dev.lockstep.gateway.alpaca.request;

import dev.lockstep.gateway.alpaca.wire.Refusal;
import dev.lockstep.gateway.alpaca.wire.RefusedRequest;
import dev.lockstep.gateway.alpaca.wire.RequestFields;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. JavaScript clients send {@code undefined} and {@code null} for
 * optional ones, so these count as absent; any other invalid value is refused.
 */
public final class Query {
    private static final Set<String> ABSENT = Set.of("", "undefined", "null");
    private static final int MIN_YEAR = 1970;
    private static final int MAX_YEAR = 2200;
    private static final int DATE_CHARS = 10;

    private final Map<String, List<String>> parameters;

    Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Returns a parameter, null if absent. */
    public @Nullable String text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || ABSENT.contains(values.getFirst()) ? null : values.getFirst();
    }

    /** Returns a parameter, or the default if it is absent. */
    public String text(String name, String absent) {
        String value = text(name);
        return value == null ? absent : value;
    }

    /** Returns a list that may be separated by commas, repeated, or both. */
    public List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            for (String item : value.split(",", -1)) {
                if (!ABSENT.contains(item.strip())) {
                    items.add(item.strip());
                }
            }
        }
        return items;
    }

    /** Returns whether a parameter is {@code true}. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** Returns one of the given words. */
    public String word(String name, String absent, String... allowed) {
        String value = text(name, absent);
        for (String word : allowed) {
            if (word.equals(value)) {
                return value;
            }
        }
        throw invalid("invalid " + name);
    }

    /** Returns a number above zero, at most {@code most}. */
    public int limit(int absent, int most) {
        String text = text("limit");
        if (text == null) {
            return absent;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return Math.min(limit, most);
            }
        } catch (NumberFormatException notANumber) {
            throw invalid("invalid limit");
        }
        throw invalid("invalid limit");
    }

    /** Returns a decimal number, null if absent. */
    public @Nullable BigDecimal decimal(String name) {
        String text = text(name);
        return text == null ? null : RequestFields.number(text);
    }

    /** Returns a time in RFC 3339 format or a date, null if absent. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time =
                    text.length() == DATE_CHARS
                            ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= MIN_YEAR && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException unreadable) {
            throw invalid("failed to parse " + name);
        }
        throw invalid("failed to parse " + name);
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
