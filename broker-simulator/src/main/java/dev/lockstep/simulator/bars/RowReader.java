package dev.lockstep.simulator.bars;

import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the rows of one bar file and records the errors it finds. */
final class RowReader {
    private static final String A_TIME = "a time such as 2026-01-05T14:30:00Z, or a date";
    private static final String A_PRICE =
            "a number > 0 with at most 18 digits, rounded to 9 decimals";
    private static final String A_VOLUME =
            "a number >= 0 with at most 18 digits, rounded to 9 decimals";
    private static final Instant FIRST_TIME = Instant.parse("1700-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("2200-01-01T00:00:00Z");
    private static final int MAX_SCALE_DIGITS = 9;
    private static final int MAX_NUMBER_CHARS = 32;
    private static final int DATE_CHARS = 10;

    private final AssetCatalog listing = new AssetCatalog();
    private final ExchangeCalendar calendar = new ExchangeCalendar();
    private final List<String> columns;
    private final String symbolOfFile;
    private final Problems problems;

    RowReader(List<String> columns, String symbolOfFile, Problems problems) {
        this.columns = columns;
        this.symbolOfFile = symbolOfFile;
        this.problems = problems;
    }

    /** Parses one row. Returns null, and records the errors, if the row is invalid. */
    @Nullable Row read(int line, List<String> cells) {
        int before = problems.count();
        if (cells.size() != columns.size()) {
            String expected = columns.size() + " cells, as in the header";
            problems.add(line, "row", cells.size() + " cells", expected);
            return null;
        }
        Asset asset = asset(line, cells);
        String time = cell(cells, "timestamp");
        Instant start = start(line, time, asset);
        BigDecimal open = price(line, cells, "open");
        BigDecimal high = price(line, cells, "high");
        BigDecimal low = price(line, cells, "low");
        BigDecimal close = price(line, cells, "close");
        BigDecimal volume = number(line, cells, "volume", A_VOLUME, true);
        if (problems.count() == before) {
            String reach = "at least open and close, " + open.max(close);
            judge(high.compareTo(open.max(close)) >= 0, line, "high", high, reach);
            String depth = "at most open and close, " + open.min(close);
            judge(low.compareTo(open.min(close)) <= 0, line, "low", low, depth);
        }
        return problems.count() > before || asset == null
                ? null
                : new Row(asset.symbol(), start, end(time, asset), open, high, low, close, volume);
    }

    private @Nullable Asset asset(int line, List<String> cells) {
        boolean named = columns.contains("symbol");
        String text = named ? cell(cells, "symbol") : symbolOfFile;
        Optional<Asset> asset =
                listing.find(text).or(() -> listing.find(text.replaceAll("[-_]", "/")));
        if (asset.isEmpty()) {
            problems.add(
                    line,
                    named ? "symbol" : "symbol (the file's name)",
                    text,
                    "a listed symbol such as AAPL or BTC/USD");
        }
        return asset.orElse(null);
    }

    /**
     * Parses a timestamp or a date. A date means that day's session, and for crypto the whole day.
     */
    private Instant start(int line, String text, @Nullable Asset asset) {
        try {
            Instant start = start(text, asset != null && asset.crypto());
            if (!start.isBefore(FIRST_TIME) && start.isBefore(LAST_TIME)) {
                return start;
            }
            problems.add(line, "timestamp", text, "a time of the years 1700 to 2199");
        } catch (DateTimeException unreadable) {
            problems.add(line, "timestamp", text, A_TIME);
        }
        return Instant.EPOCH;
    }

    private static Instant start(String text, boolean crypto) {
        if (text.length() != DATE_CHARS) {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        }
        LocalDate day = LocalDate.parse(text);
        return crypto
                ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                : day.atTime(ExchangeCalendar.OPEN).atZone(ExchangeCalendar.NEW_YORK).toInstant();
    }

    private @Nullable Instant end(String text, Asset asset) {
        if (text.length() != DATE_CHARS) {
            return null;
        }
        LocalDate day = LocalDate.parse(text);
        return asset.crypto()
                ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
                : day.atTime(calendar.close(day)).atZone(ExchangeCalendar.NEW_YORK).toInstant();
    }

    private BigDecimal price(int line, List<String> cells, String column) {
        return number(line, cells, column, A_PRICE, false);
    }

    private BigDecimal number(
            int line, List<String> cells, String column, String expected, boolean zero) {
        String text = cell(cells, column);
        try {
            BigDecimal value = text.length() > MAX_NUMBER_CHARS ? null : rounded(text);
            if (value != null
                    && value.scale() <= MAX_SCALE_DIGITS
                    && value.scale() >= -MAX_SCALE_DIGITS
                    && value.precision() <= PackedBars.MAX_DIGITS
                    && (zero ? value.signum() >= 0 : value.signum() > 0)) {
                return value;
            }
            problems.add(line, column, text, expected);
        } catch (NumberFormatException notANumber) {
            problems.add(line, column, text, expected);
        }
        return BigDecimal.ONE;
    }

    /** Parses a number and rounds away the noise of floating point arithmetic. */
    private static BigDecimal rounded(String text) {
        BigDecimal exact = new BigDecimal(text);
        if (exact.scale() <= MAX_SCALE_DIGITS || exact.scale() > MAX_NUMBER_CHARS) {
            return exact;
        }
        return Decimals.plain(exact.setScale(MAX_SCALE_DIGITS, RoundingMode.HALF_EVEN));
    }

    private void judge(boolean holds, int line, String column, BigDecimal value, String expected) {
        if (!holds) {
            problems.add(line, column, value.toPlainString(), expected);
        }
    }

    private String cell(List<String> cells, String column) {
        return cells.get(columns.indexOf(column));
    }
}
