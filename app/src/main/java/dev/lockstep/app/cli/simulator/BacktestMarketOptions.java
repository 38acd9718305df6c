package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.backtest.BacktestPlan;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulator.SimulatorConfig;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say against which prices and dates a bot is run. */
final class BacktestMarketOptions {
    private static final BigDecimal DEFAULT_CASH_DOLLARS = new BigDecimal("100000");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Price moves of a walk come each quarter of a minute at the exchange. */
    private static final Duration WALK_EVERY = Duration.ofSeconds(15);

    private static final Duration MIN_TICK = Duration.ofMillis(1);

    @Option(
            names = "--bars",
            paramLabel = "DIR",
            description =
                    "Prices follow the bars in this folder's .csv files, or in this file; see"
                            + " lockstep simulator --replay.")
    private @Nullable Path bars;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Without --bars: prices of every symbol follow this seed, minute by minute, with"
                            + " ten years of history.")
    private @Nullable Long seed;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, in New York (default: that of the first bar).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last day, in New York (default: that of the last bar).")
    private @Nullable String to;

    @Option(
            names = "--cash",
            paramLabel = "DOLLARS",
            description = "Initial cash (default: 100000).")
    private BigDecimal cash = DEFAULT_CASH_DOLLARS;

    /** The chosen bars, empty for a seed, and the time from start to end. */
    record Market(Bars bars, Instant from, Instant until) {}

    Market read() {
        if ((bars == null) == (seed == null)) {
            throw new InvalidValueException(
                    "bars", bars == null ? "none" : bars, "either --bars DIR or --seed N");
        }
        if (cash.signum() < 0) {
            throw new InvalidValueException("cash", cash, ">= 0");
        }
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        Bars read = bars == null ? Bars.NONE : SimulatorFiles.bars("bars", files(bars));
        if (read.none() && (first == null || last == null)) {
            throw new InvalidValueException(
                    first == null ? "from" : "to", "none", "a date, since --seed is given");
        }
        Instant start = first == null ? read.start() : midnight(first);
        // The last day ends at midnight, when its fees are charged.
        Instant end = midnight((last == null ? lastDay(read) : last).plusDays(1));
        if (!read.none() && !start.isBefore(read.end())) {
            throw new InvalidValueException("from", start, "before the last bar, " + read.end());
        }
        if (!read.none() && !end.isAfter(read.start())) {
            throw new InvalidValueException("to", end, "after the first bar, " + read.start());
        }
        return new Market(read, start.isBefore(read.start()) ? read.start() : start, end);
    }

    /**
     * Returns the exchange for a plan.
     *
     * @param wall the real time, by which time passes with {@code --sleepers}
     */
    SimulatorConfig config(Market market, BacktestPlan plan, InstantSource wall) {
        SimulatorConfig config =
                SimulatorConfig.defaults()
                        .withRequestsPerMinute(0)
                        .withStartingCash(cash)
                        .withSeed(seed == null ? 1 : seed)
                        .withBars(market.bars())
                        .withHours(new RealHours());
        BigDecimal speed = plan.speed();
        if (!plan.sleepers() || speed == null) {
            return config.withClock(InstantSource.fixed(plan.from()))
                    .withSpeed(BigDecimal.ZERO)
                    .withTickEvery(null)
                    .withSteps();
        }
        Duration shift = Duration.between(wall.instant(), plan.from());
        return config.withClock(() -> wall.instant().plus(shift))
                .withSpeed(speed)
                .withTickEvery(tick(speed));
    }

    private static Duration tick(BigDecimal speed) {
        long nanos =
                BigDecimal.valueOf(WALK_EVERY.toNanos())
                        .divide(speed, 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(WALK_EVERY.toNanos()))
                        .longValueExact();
        return Duration.ofNanos(Math.max(nanos, MIN_TICK.toNanos()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
            if (files.isEmpty()) {
                throw new InvalidValueException("bars", folder, "a folder with .csv files");
            }
            return files;
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "bars: cannot read " + folder + ": " + IoText.of(refused),
                    refused);
        }
    }

    private static @Nullable LocalDate date(String option, @Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    option + ": " + text + " (expected: a date such as 2026-01-05)",
                    wrong);
        }
    }

    private static LocalDate lastDay(Bars bars) {
        return LocalDate.ofInstant(bars.end().minusNanos(1), NEW_YORK);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(NEW_YORK).toInstant();
    }
}
