package dev.lockstep.app.cli.simulator;

import dev.lockstep.domain.value.InvalidValueException;
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
    private static final String REPLAY = "replay";

    @Option(
            names = "--clock",
            paramLabel = "CLOCK",
            description = {
                "always-open: around the clock (the default)",
                "real: New York's hours, extended hours, weekends, and holidays by today's rules",
                "replay: the times of the bars (the default beside --replay)"
            })
    private @Nullable String clock;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Prices follow the bars in this CSV file: timestamp, open, high, low, close,"
                            + " volume, and symbol unless the file's name is the symbol (AAPL.csv,"
                            + " BTC-USD.csv). May be given several times.")
    private List<Path> replay = List.of();

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many seconds pass at the exchange in one of ours; 0 stands still until"
                            + " /sim/clock moves it (default: ${DEFAULT-VALUE}).")
    private BigDecimal speed = BigDecimal.ONE;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides prices and ids of a new ledger (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--tick-millis",
            paramLabel = "MS",
            defaultValue = "500",
            description =
                    "Let prices walk, or bars play, this often; 0 with orders only (default:"
                            + " ${DEFAULT-VALUE}).")
    private int tickMillis = 500;

    @Option(names = "--fixed-prices", description = "Prices move by hand only, by POST /sim/price.")
    private boolean fixedPrices;

    @Option(
            names = "--partial-fills",
            paramLabel = "P",
            defaultValue = "0",
            description =
                    "How often an order trades in part first, 0 to 1; at Alpaca's paper trading it"
                            + " is 0.1 (default: ${DEFAULT-VALUE}).")
    private BigDecimal partialFills = BigDecimal.ZERO;

    @Option(
            names = "--max-orders",
            paramLabel = "N",
            description =
                    "The most orders that are kept, closed ones among them; what comes after is"
                            + " refused unless it closes a position (default: as many as the"
                            + " memory takes).")
    private @Nullable Integer maxOrders;

    SimulatorConfig on(SimulatorConfig config) {
        if (maxOrders != null && (maxOrders < 1 || maxOrders > SimulatorConfig.MAX_ORDERS)) {
            throw new InvalidValueException(
                    "max-orders", maxOrders, "1 to " + SimulatorConfig.MAX_ORDERS);
        }
        if (tickMillis < 0) {
            throw new InvalidValueException("tick-millis", tickMillis, ">= 0");
        }
        return hours(maxOrders == null ? config : config.withMaxOrders(maxOrders))
                .withBars(SimulatorFiles.bars(replay))
                .withSpeed(speed)
                .withSeed(seed)
                .withTickEvery(tickMillis == 0 ? null : Duration.ofMillis(tickMillis))
                .withWalkingPrices(!fixedPrices)
                .withPartialFillProbability(partialFills);
    }

    private SimulatorConfig hours(SimulatorConfig config) {
        boolean bars = !replay.isEmpty();
        String wanted = clock != null ? clock : bars ? REPLAY : "always-open";
        if (bars != wanted.equals(REPLAY)) {
            String expected =
                    bars
                            ? "replay, beside --replay"
                            : "always-open, real; replay needs" + " --replay FILE";
            throw new InvalidValueException("clock", wanted, expected);
        }
        return switch (wanted) {
            case "always-open" -> config.withHours(new AlwaysOpen());
            case "real" -> config.withHours(new RealHours());
            case REPLAY -> config;
            default ->
                    throw new InvalidValueException("clock", wanted, "always-open, real, replay");
        };
    }
}
