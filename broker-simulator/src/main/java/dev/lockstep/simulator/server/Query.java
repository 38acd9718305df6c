package dev.lockstep.simulator.server;

import dev.lockstep.simulator.exchange.Refusal;
import dev.lockstep.simulator.wire.RefusedRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Parses query parameters. JavaScript clients send {@code undefined} and {@code null} for optional
 * parameters, so these values count as absent. Any other invalid value is rejected.
 */
final class Query {
    private static final Set<String> ABSENT = Set.of("", "undefined", "null");

    /** Lowest year that every time zone offset leaves printable. */
    private static final int MIN_YEAR = 1;

    private static final int MAX_YEAR = 9_998;
    private static final int UUID_CHARS = 36;

    private final ExchangeRequest request;

    Query(ExchangeRequest request) {
        this.request = request;
    }

    @Nullable String text(String name) {
        String value = request.queryParam(name);
        return value == null || ABSENT.contains(value) ? null : value;
    }

    /** Returns a list that may be comma-separated, repeated, or both. */
    List<String> list(String name) {
        List<String> items = new ArrayList<>();
        for (String value : request.queryParams(name)) {
            for (String item : value.split(",", -1)) {
                if (!ABSENT.contains(item.strip())) {
                    items.add(item.strip());
                }
            }
        }
        return items;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    boolean ascending() {
        String direction = text("direction");
        if (direction != null && !direction.equals("asc") && !direction.equals("desc")) {
            throw refused("invalid direction");
        }
        return "asc".equals(direction);
    }

    int limit(int absent, int most) {
        return limit("limit", absent, most);
    }

    int limit(String name, int absent, int most) {
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
            throw refused("invalid " + name);
        }
        throw refused("invalid " + name);
    }

    /** Returns a time given in RFC 3339 format or as a date. */
    @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : time(text, name);
    }

    static Instant time(String text, String name) {
        try {
            OffsetDateTime time =
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= MIN_YEAR && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
            throw refused("failed to parse " + name);
        } catch (DateTimeException unreadable) {
            throw refused("failed to parse " + name);
        }
    }

    Instant timeOr(String name, Instant absent) {
        Instant time = time(name);
        return time == null ? absent : time;
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw refused(name + " is required");
        }
        return text;
    }

    static LocalDate date(String text, String name) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException unreadable) {
            throw refused("failed to parse " + name);
        }
    }

    static UUID uuid(String text, String refusal) {
        try {
            // UUID.fromString accepts shorter text too.
            if (text.length() == UUID_CHARS) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException notAnId) {
            throw refused(refusal);
        }
        throw refused(refusal);
    }

    private static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.invalid(message));
    }
}
