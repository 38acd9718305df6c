package dev.lockstep.app.cli.simulator;

import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.TimeSpan;
import dev.lockstep.simulator.SimulatorConfig;
import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.RealHours;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say when a simulator's market is open and how its prices move. */
final class SimulatorMarketOptions {
    private static final Duration MAX_TICK = Duration.ofHours(1);
    private static final String REPLAY = "replay";

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            description = {
                "always-open: open around the clock (the default)",
                "real: New York hours, extended hours, weekends, and holidays by current rules",
                "replay: the times of the bars (the default with --replay)"
            })
    private @Nullable String clock;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Prices follow the bars in this CSV file: timestamp, open, high, "
                            + "low, close, volume, and symbol unless the file is named after it "
                            + "(AAPL.csv, BTC-USD.csv). Repeatable.")
    private List<Path> replay = List.of();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Seconds at the exchange for each real second; 0 stops its clock "
                            + "until /sim/clock moves it (default: ${DEFAULT-VALUE}).")
    private BigDecimal speed = BigDecimal.ONE;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Seed of the prices and ids of a new ledger (default: " + "${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--tick",
            paramLabel = "TIME",
            defaultValue = "500ms",
            description =
                    "Time between price moves or bars; 0s moves prices with orders only"
                            + " (default: ${DEFAULT-VALUE}).")
    private String tick = "500ms";

    @Option(names = "--fixed-prices", description = "Prices move by POST /sim/price only.")
    private boolean fixedPrices;

    @Option(
            names = "--partial-fills",
            paramLabel = "P",
            defaultValue = "0",
            description =
                    "Probability that an order first fills in part, 0 to 1; 0.1 in "
                            + "Alpaca's paper trading (default: ${DEFAULT-VALUE}).")
    private BigDecimal partialFills = BigDecimal.ZERO;

    @Option(
            names = "--max-orders",
            paramLabel = "N",
            description =
                    "Maximum number of stored orders, including closed ones; further "
                            + "orders are refused unless they close a position (default: as many "
                            + "as fit in memory).")
    private @Nullable Integer maxOrders;

    SimulatorConfig on(SimulatorConfig config) {
        if (maxOrders != null && (maxOrders < 1 || maxOrders > SimulatorConfig.MAX_ORDERS)) {
            throw new InvalidValueException(
                    "max-orders", maxOrders, "1 to " + SimulatorConfig.MAX_ORDERS);
        }
        Duration tickEvery = TimeSpan.parse("tick", tick, Duration.ZERO, MAX_TICK);
        return hours(maxOrders == null ? config : config.withMaxOrders(maxOrders))
                .withBars(SimulatorFiles.bars(REPLAY, replay))
                .withSpeed(speed)
                .withSeed(seed)
                .withTickEvery(tickEvery.isZero() ? null : tickEvery)
                .withWalkingPrices(!fixedPrices)
                .withPartialFillProbability(partialFills);
    }

    private SimulatorConfig hours(SimulatorConfig config) {
        boolean bars = !replay.isEmpty();
        String requested = clock != null ? clock : bars ? REPLAY : "always-open";
        if (bars != requested.equals(REPLAY)) {
            String expected =
                    bars
                            ? "replay, if --replay is given"
                            : "always-open, real; replay needs" + " --replay FILE";
            throw new InvalidValueException("clock", requested, expected);
        }
        return switch (requested) {
            case "always-open" -> config.withHours(new AlwaysOpen());
            case "real" -> config.withHours(new RealHours());
            case REPLAY -> config;
            default ->
                    throw new InvalidValueException(
                            "clock", requested, "always-open, real, replay");
        };
    }
}
