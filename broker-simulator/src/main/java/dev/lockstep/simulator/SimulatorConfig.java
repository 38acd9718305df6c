package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.AlwaysOpen;
import dev.lockstep.simulator.exchange.Bars;
import dev.lockstep.simulator.exchange.ExchangeConfig;
import dev.lockstep.simulator.exchange.TradingHours;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.server.VenueClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is to run; {@link #defaults} and the {@code with} methods make one.
 *
 * @param port zero lets the system pick one
 * @param seed decides prices and ids; a state directory keeps the seed it was begun with
 * @param stateDir where the ledger is kept; null keeps it in memory only
 * @param requestsPerMinute of one account before it is answered 429; zero for no limit
 * @param bars what prices follow; the venue's time begins with the first of them
 * @param speed how many seconds pass at the venue in one of ours; zero stands still
 * @param idleTimeout closes the simulator when nobody used it for so long; null never does
 * @param tickEvery lets prices walk by themselves this often; null moves them with orders only
 * @param partialFillProbability how often an order trades in part first, 0 to 1
 * @param walkingPrices whether prices move by themselves at all; otherwise only by hand
 * @param faults what shall go wrong from the start
 * @param maxOrders the most orders that are kept, a quarter of them open; what comes after is
 *     refused, unless it closes a position
 * @param threads makes the threads for ticks and for the idle watch
 */
public record SimulatorConfig(
        int port,
        List<ApiKey> keys,
        long seed,
        @Nullable Path stateDir,
        int requestsPerMinute,
        BigDecimal startingCash,
        InstantSource clock,
        TradingHours hours,
        Bars bars,
        BigDecimal speed,
        @Nullable Duration idleTimeout,
        @Nullable Duration tickEvery,
        BigDecimal partialFillProbability,
        boolean walkingPrices,
        FaultPlan faults,
        int maxOrders,
        ThreadFactory threads) {
    /** The key a client uses when nobody chose another. */
    public static final ApiKey DEFAULT_KEY = new ApiKey("SIM-KEY", "SIM-SECRET", "sim");

    /** The venue's limit. */
    public static final int DEFAULT_REQUESTS_PER_MINUTE = 200;

    /**
     * The memory there must be for an order: a closed one takes half of it, its trade and its place
     * in lists included; the rest is for open ones, for further trades and for the requests.
     */
    private static final long BYTES_PER_ORDER = 1_000;

    /** The most orders that can be kept at all. */
    public static final int MAX_ORDERS = ExchangeConfig.MAX_ORDERS;

    private static final int MAX_PORT = 65_535;
    private static final BigDecimal DEFAULT_CASH_DOLLARS = new BigDecimal("100000");

    public SimulatorConfig {
        keys = List.copyOf(keys);
        require(port >= 0 && port <= MAX_PORT, "port", port, "0 to 65,535");
        require(!keys.isEmpty(), "keys", keys, "at least one");
        require(requestsPerMinute >= 0, "requestsPerMinute", requestsPerMinute, ">= 0");
        require(startingCash.signum() >= 0, "startingCash", startingCash, ">= 0");
        require(VenueClock.bearable(speed), "speed", speed, VenueClock.SPEEDS);
        require(positive(idleTimeout), "idleTimeout", idleTimeout, "> 0");
        require(positive(tickEvery), "tickEvery", tickEvery, "> 0");
        boolean probable =
                partialFillProbability.signum() >= 0
                        && partialFillProbability.compareTo(BigDecimal.ONE) <= 0;
        require(
                maxOrders >= 1 && maxOrders <= MAX_ORDERS,
                "maxOrders",
                maxOrders,
                "1 to " + MAX_ORDERS);
        require(probable, "partialFillProbability", partialFillProbability, "0 to 1");
    }

    /** An always open market on any free port, in memory, with the venue's rate limit. */
    public static SimulatorConfig defaults() {
        return new SimulatorConfig(
                0,
                List.of(DEFAULT_KEY),
                1,
                null,
                DEFAULT_REQUESTS_PER_MINUTE,
                DEFAULT_CASH_DOLLARS,
                InstantSource.system(),
                new AlwaysOpen(),
                Bars.NONE,
                BigDecimal.ONE,
                null,
                null,
                BigDecimal.ZERO,
                true,
                FaultPlan.NONE,
                ordersFor(Runtime.getRuntime().maxMemory()),
                Thread.ofPlatform().daemon().name("simulator-", 0).factory());
    }

    public SimulatorConfig withPort(int newPort) {
        return changed(copy -> copy.port = newPort);
    }

    public SimulatorConfig withKeys(ApiKey... newKeys) {
        return changed(copy -> copy.keys = List.of(newKeys));
    }

    public SimulatorConfig withSeed(long newSeed) {
        return changed(copy -> copy.seed = newSeed);
    }

    public SimulatorConfig withStateDir(@Nullable Path newStateDir) {
        return changed(copy -> copy.stateDir = newStateDir);
    }

    public SimulatorConfig withRequestsPerMinute(int newRequestsPerMinute) {
        return changed(copy -> copy.requestsPerMinute = newRequestsPerMinute);
    }

    public SimulatorConfig withStartingCash(BigDecimal newStartingCash) {
        return changed(copy -> copy.startingCash = newStartingCash);
    }

    public SimulatorConfig withClock(InstantSource newClock) {
        return changed(copy -> copy.clock = newClock);
    }

    public SimulatorConfig withHours(TradingHours newHours) {
        return changed(copy -> copy.hours = newHours);
    }

    /** Prices and hours that follow bars. */
    public SimulatorConfig withBars(Bars newBars) {
        return changed(copy -> copy.bars = newBars);
    }

    public SimulatorConfig withSpeed(BigDecimal newSpeed) {
        return changed(copy -> copy.speed = newSpeed);
    }

    public SimulatorConfig withIdleTimeout(@Nullable Duration newIdleTimeout) {
        return changed(copy -> copy.idleTimeout = newIdleTimeout);
    }

    public SimulatorConfig withTickEvery(@Nullable Duration newTickEvery) {
        return changed(copy -> copy.tickEvery = newTickEvery);
    }

    public SimulatorConfig withPartialFillProbability(BigDecimal newProbability) {
        return changed(copy -> copy.partialFillProbability = newProbability);
    }

    public SimulatorConfig withWalkingPrices(boolean newWalkingPrices) {
        return changed(copy -> copy.walkingPrices = newWalkingPrices);
    }

    public SimulatorConfig withFaults(FaultPlan newFaults) {
        return changed(copy -> copy.faults = newFaults);
    }

    public SimulatorConfig withMaxOrders(int newMaxOrders) {
        return changed(copy -> copy.maxOrders = newMaxOrders);
    }

    /** As many as there is memory for. */
    static int ordersFor(long memoryBytes) {
        return Math.clamp(memoryBytes / BYTES_PER_ORDER, 1, MAX_ORDERS);
    }

    private SimulatorConfig changed(Consumer<SimulatorConfigCopy> change) {
        SimulatorConfigCopy copy = new SimulatorConfigCopy(this);
        change.accept(copy);
        return copy.build();
    }

    private static boolean positive(@Nullable Duration duration) {
        return duration == null || (!duration.isZero() && !duration.isNegative());
    }

    private static void require(
            boolean holds, String name, @Nullable Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + ": " + Objects.toString(value) + " (expected: " + expected + ")");
        }
    }
}
