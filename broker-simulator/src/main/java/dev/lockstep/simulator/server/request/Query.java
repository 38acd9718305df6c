package dev.lockstep.simulator.server.request;

import dev.lockstep.simulator.exchange.model.VenueRefusal;
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
public final class Query {
    private static final Set<String> ABSENT = Set.of("", "undefined", "null");

    /** Lowest year that every time zone offset leaves printable. */
    private static final int MIN_YEAR = 1;

    private static final int MAX_YEAR = 9_998;
    private static final int UUID_CHARS = 36;

    private final ExchangeRequest request;

    public Query(ExchangeRequest request) {
        this.request = request;
    }

    public @Nullable String text(String name) {
        String value = request.queryParam(name);
        return value == null || ABSENT.contains(value) ? null : value;
    }

    /** Returns a list that may be comma-separated, repeated, or both. */
    public List<String> list(String name) {
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

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public boolean ascending() {
        String direction = text("direction");
        if (direction != null && !direction.equals("asc") && !direction.equals("desc")) {
            throw refused("invalid direction");
        }
        return "asc".equals(direction);
    }

    public int limit(int absent, int most) {
        return limit("limit", absent, most);
    }

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
            throw refused("invalid " + name);
        }
        throw refused("invalid " + name);
    }

    /** Returns a time given in RFC 3339 format or as a date. */
    public @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : time(text, name);
    }

    public static Instant time(String text, String name) {
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

    public Instant timeOr(String name, Instant absent) {
        Instant time = time(name);
        return time == null ? absent : time;
    }

    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw refused(name + " is required");
        }
        return text;
    }

    public static LocalDate date(String text, String name) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException unreadable) {
            throw refused("failed to parse " + name);
        }
    }

    public static UUID uuid(String text, String refusal) {
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
        return new RefusedRequest(VenueRefusal.invalid(message));
    }
}
