package dev.lockstep.simulator.server.data;

import dev.lockstep.alpaca.request.Query;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.history.BarAdjustment;
import dev.lockstep.simulator.exchange.history.BarTimeframe;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.server.request.ExchangeRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parameters of a market data request; a wrong one is rejected in Alpaca's words. */
final class DataQuery {
    private static final Pattern STOCK = Pattern.compile("[A-Z][A-Z0-9]*([.-][A-Z0-9]+)?");
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]+/[A-Z]+");
    private static final int DATE_CHARS = 10;
    private static final Set<String> FEEDS =
            Set.of("sip", "iex", "otc", "boats", "delayed_sip", "overnight");

    private static final Set<String> LOCATIONS = Set.of("us", "us-1", "us-2", "eu-1", "bs-1");

    private final Query query;
    private final boolean crypto;

    DataQuery(ExchangeRequest request, boolean crypto) {
        this.query = request.query();
        this.crypto = crypto;
        if (crypto && !LOCATIONS.contains(request.pathParam("loc"))) {
            throw refused("Invalid location: " + request.pathParam("loc"));
        }
    }

    /** Returns the requested symbols in alphabetical order, at least one. */
    Set<String> symbols() {
        Set<String> symbols = new TreeSet<>(query.list("symbols"));
        if (symbols.isEmpty()) {
            throw missing("symbols");
        }
        symbols.forEach(this::requireSymbol);
        return symbols;
    }

    /** Returns the requested symbols; all if none is given. */
    Set<String> symbolsOrAll() {
        return new TreeSet<>(query.list("symbols"));
    }

    /** Checks the spelling of a symbol. */
    String requireSymbol(String symbol) {
        if (crypto && !PAIR.matcher(symbol).matches()) {
            throw refused("Invalid symbol(s): " + symbol + " does not match ^[A-Z]+/[A-Z]+$");
        }
        if (!crypto && !STOCK.matcher(symbol).matches()) {
            throw refused("invalid symbol: " + symbol);
        }
        return symbol;
    }

    BarTimeframe timeframe() {
        String text = query.text("timeframe");
        if (text == null) {
            throw missing("timeframe");
        }
        return BarTimeframe.parse(text).orElseThrow(() -> refused("invalid timeframe: " + text));
    }

    /** Returns the adjustment; checks the further parameters of stocks, which have no effect. */
    BarAdjustment adjustment() {
        checkFeed();
        List<String> kinds = query.list("adjustment");
        return BarAdjustment.parse(kinds)
                .orElseThrow(() -> refused("invalid adjustment: " + String.join(",", kinds)));
    }

    /** Checks feed, currency and the date of the symbols: every feed has the same data. */
    void checkFeed() {
        String feed = query.text("feed");
        if (feed != null && !FEEDS.contains(feed)) {
            throw refused("invalid feed: " + feed);
        }
        String currency = query.text("currency");
        if (currency != null && !currency.equals("USD")) {
            throw refused("currency " + currency + " is not supported by this simulator");
        }
        String asOf = query.text("asof");
        if (asOf != null && !asOf.equals("-")) {
            parse("asof", asOf, false);
        }
    }

    boolean ascending(boolean otherwise) {
        String sort = query.text("sort");
        return switch (sort) {
            case null -> otherwise;
            case "asc" -> true;
            case "desc" -> false;
            default -> throw refused("invalid sort: " + sort);
        };
    }

    int limit(int absent, int most) {
        return number("limit", absent, most);
    }

    int number(String name, int absent, int most) {
        String text = query.text(name);
        if (text == null) {
            return absent;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw refused("Invalid format for parameter " + name + ": " + text);
        }
        throw refused("invalid " + name + ": must be between 1 and " + most);
    }

    /** Returns the start of the range, by default that of the current day. */
    Instant start(Instant now) {
        Instant given = time("start", false);
        ZoneId zone = crypto ? ZoneOffset.UTC : ExchangeCalendar.NEW_YORK;
        return given == null
                ? LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant()
                : given;
    }

    /** Returns the end of the range, by default now. */
    Instant end(Instant now) {
        Instant given = time("end", true);
        return given == null ? now : given;
    }

    /** Returns a time given in RFC 3339 or as a date, null if absent. */
    @Nullable Instant time(String name, boolean endOfDay) {
        String text = query.text(name);
        return text == null ? null : parse(name, text, endOfDay);
    }

    @Nullable String text(String name) {
        return query.text(name);
    }

    List<String> list(String name) {
        return query.list(name);
    }

    boolean flag(String name) {
        String text = query.text(name);
        return switch (text) {
            case null -> false;
            case "true", "True", "TRUE", "t", "T", "1" -> true;
            case "false", "False", "FALSE", "f", "F", "0" -> false;
            default -> throw refused("Invalid format for parameter " + name + ": " + text);
        };
    }

    static RefusedRequest refused(String message) {
        return new RefusedRequest(Refusal.badDataParameter(message));
    }

    private Instant parse(String name, String text, boolean endOfDay) {
        try {
            if (text.length() > DATE_CHARS) {
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            }
            ZoneId zone = crypto ? ZoneOffset.UTC : ExchangeCalendar.NEW_YORK;
            LocalDate day = LocalDate.parse(text);
            return endOfDay
                    ? day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1)
                    : day.atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw refused(
                    "Invalid format for parameter "
                            + name
                            + ": error parsing '"
                            + text
                            + "' as RFC3339 or 2006-01-02 time");
        }
    }

    private static RefusedRequest missing(String name) {
        return refused(
                "Invalid format for parameter "
                        + name
                        + ": query parameter '"
                        + name
                        + "' is required");
    }
}
