package dev.lockstep.alpaca.request;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. JavaScript clients send {@code undefined} and {@code null} for
 * optional ones, so these count as absent, and so does an empty one that only selects; any other
 * invalid value is refused.
 */
public final class Query {
    private static final Set<String> ABSENT = Set.of("", "undefined", "null");
    private static final int DATE_CHARS = 10;
    private static final int UUID_CHARS = 36;

    private final Function<String, List<String>> parameters;
    private final YearRange years;

    /**
     * Creates the query of a request.
     *
     * @param parameters returns the decoded values of a parameter in order, none if it is absent
     * @param years the years of its times
     */
    public Query(Function<String, List<String>> parameters, YearRange years) {
        this.parameters = parameters;
        this.years = years;
    }

    /** Returns a parameter, null if absent. */
    public @Nullable String text(String name) {
        List<String> values = parameters.apply(name);
        return values.isEmpty() || ABSENT.contains(values.getFirst()) ? null : values.getFirst();
    }

    /** Returns a parameter, or the default if it is absent. */
    public String text(String name, String absent) {
        String value = text(name);
        return value == null ? absent : value;
    }

    /**
     * Returns a parameter that must be present. The words {@code null} and {@code undefined} are
     * values here: an order or a watchlist may have such a name.
     */
    public String required(String name) {
        List<String> values = parameters.apply(name);
        if (values.isEmpty() || values.getFirst().isEmpty()) {
            throw invalid(name + " is required");
        }
        return values.getFirst();
    }

    /** Returns a list that may be separated by commas, repeated, or both. */
    public List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : parameters.apply(name)) {
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

    /** Returns one of the given keywords. */
    public String word(String name, String absent, String... allowed) {
        String value = text(name, absent);
        if (!List.of(allowed).contains(value)) {
            throw invalid("invalid " + name);
        }
        return value;
    }

    /** Returns whether {@code direction} is ascending. */
    public boolean ascending() {
        return word("direction", "desc", "asc", "desc").equals("asc");
    }

    /** Returns {@code limit}: a number above zero, at most {@code most}. */
    public int limit(int absent, int most) {
        return limit("limit", absent, most);
    }

    /** Returns a number above zero, at most {@code most}. */
    public int limit(String name, int absent, int most) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit > 0) {
                return Math.min(limit, most);
            }
        } catch (NumberFormatException notANumber) {
            throw invalid("invalid " + name);
        }
        throw invalid("invalid " + name);
    }

    /** Returns a decimal number, null if absent; an empty one is refused, as no number. */
    public @Nullable BigDecimal decimal(String name) {
        if (parameters.apply(name).contains("")) {
            throw invalid("invalid " + name);
        }
        String text = text(name);
        return text == null ? null : RequestFields.number(text);
    }

    /** Returns a time in RFC 3339 format or a date, null if absent. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : years.time(text, name);
    }

    /** Returns a time, or the default if it is absent. */
    public Instant timeOr(String name, Instant absent) {
        Instant time = time(name);
        return time == null ? absent : time;
    }

    /** Parses a date, which may be that of a time. */
    public static LocalDate date(String text, String name) {
        try {
            return LocalDate.parse(
                    text.length() > DATE_CHARS ? text.substring(0, DATE_CHARS) : text);
        } catch (DateTimeException unreadable) {
            throw invalid("failed to parse " + name);
        }
    }

    /**
     * Parses an id.
     *
     * @param refusal the message if the text is no id
     */
    public static UUID uuid(String text, String refusal) {
        try {
            // UUID.fromString accepts shorter text too.
            if (text.length() == UUID_CHARS) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            throw invalid(refusal);
        }
        throw invalid(refusal);
    }

    private static RefusedRequest invalid(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
