package dev.lockstep.app.cli.simulator;

import dev.lockstep.app.backtest.BacktestPlan;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.progress.Progress;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulator.SimulatorConfig;
import dev.lockstep.simulator.exchange.hours.RealHours;
import dev.lockstep.simulator.exchange.model.Bars;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say against which prices and dates a bot is run. */
final class BacktestMarketOptions {
    private static final BigDecimal DEFAULT_CASH_DOLLARS = new BigDecimal("100000");

    private static final int MAX_NAMES = 5;

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
            description =
                    "First day, in New York; with --bars one of their days (default: that of the first"
                            + " bar).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description =
                    "Last day, in New York; with --bars one of their days (default: that of the last"
                            + " bar).")
    private @Nullable String to;

    @Option(
            names = "--cash",
            paramLabel = "DOLLARS",
            description = "Initial cash (default: 100000).")
    private BigDecimal cash = DEFAULT_CASH_DOLLARS;

    /**
     * The chosen market.
     *
     * @param bars empty for a seed
     * @param prices a description of where the prices come from
     */
    record Market(Bars bars, String prices, Instant from, Instant until) {}

    /**
     * Reads the bars.
     *
     * @param notes receives what is worth knowing about the dates
     */
    Market read(Progress progress, Consumer<String> notes) {
        if ((bars == null) == (seed == null)) {
            throw new InvalidValueException(
                    "bars", bars == null ? "none" : bars, "either --bars DIR or --seed N");
        }
        if (cash.signum() < 0) {
            throw new InvalidValueException("cash", cash, ">= 0");
        }
        if (bars == null) {
            BacktestDates dates = BacktestDates.ofSeed(from, to, notes);
            return new Market(Bars.NONE, "seed " + seed, dates.from(), dates.until());
        }
        List<Path> files = files(bars);
        Bars read = SimulatorFiles.bars("bars", files, progress);
        BacktestDates dates = BacktestDates.ofBars(read, from, to, notes);
        return new Market(read, names(files), dates.from(), dates.until());
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
                        .withHours(new RealHours())
                        .withSpeed(BigDecimal.ZERO)
                        .withPastMarket();
        BigDecimal speed = plan.speed();
        if (!plan.sleepers() || speed == null) {
            return config.withClock(InstantSource.fixed(plan.from()))
                    .withTickEvery(null)
                    .withSteps();
        }
        Duration shift = Duration.between(wall.instant(), plan.from());
        return config.withClock(() -> wall.instant().plus(shift)).withTickEvery(tick(speed));
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
                    all.filter(file -> file.toString().endsWith(".csv"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
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

    /** Names the files: all of a few, else the first ones. */
    private static String names(List<Path> files) {
        String names =
                files.stream()
                        .limit(MAX_NAMES)
                        .map(file -> String.valueOf(file.getFileName()))
                        .collect(Collectors.joining(", "));
        int more = files.size() - MAX_NAMES;
        return more > 0 ? names + " and " + more + " more" : names;
    }
}
