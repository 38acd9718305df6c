package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.hours.AlwaysOpen;
import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.market.ExchangeConfig;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.faults.FaultPlan;
import dev.lockstep.simulator.server.venue.VenueClock;
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
 * Settings of a simulator, built from {@link #defaults} and the {@code with} methods.
 *
 * @param port the TCP port; zero for any free port
 * @param seed determines prices and ids; an existing state directory keeps its own seed
 * @param stateDir directory of the ledger; null keeps it in memory only
 * @param requestsPerMinute rate limit of each account, beyond which requests get status 429; zero
 *     for no limit
 * @param bars the bars that prices follow; the exchange's time starts with the first of them
 * @param speed seconds that pass at the exchange per real second; zero stops its clock
 * @param idleTimeout closes the simulator after this long without a request; null for never
 * @param tickEvery interval at which prices move by themselves; null moves them only when orders
 *     arrive
 * @param partialFillProbability probability, 0 to 1, that an order first fills in part
 * @param walkingPrices whether prices follow a random walk; otherwise they change only when set
 * @param faults the initial fault plan
 * @param maxOrders maximum number of stored orders, of which a quarter may be open; further orders
 *     are rejected unless they close a position
 * @param stepped whether streams report only what {@link Simulator#steps} does, and not what is due
 *     by the clock
 * @param past whether the market is one of the past: orders do not move its prices, and with bars
 *     it lists only their symbols
 * @param threads creates the threads for price ticks and the idle check
 */
public record SimulatorConfig(
        int port,
        List<ApiKey> keys,
        long seed,
        @Nullable Path stateDir,
        int requestsPerMinute,
        BigDecimal startingCash,
        InstantSource clock,
        ExchangeHours hours,
        Bars bars,
        BigDecimal speed,
        @Nullable Duration idleTimeout,
        @Nullable Duration tickEvery,
        BigDecimal partialFillProbability,
        boolean walkingPrices,
        FaultPlan faults,
        int maxOrders,
        boolean stepped,
        boolean past,
        ThreadFactory threads) {
    /** The default API key. */
    public static final ApiKey DEFAULT_KEY = new ApiKey("SIM-KEY", "SIM-SECRET", "sim");

    /** Alpaca's default rate limit. */
    public static final int DEFAULT_REQUESTS_PER_MINUTE = 200;

    /**
     * Heap needed for each order. A closed order with its trade and index entries takes half of it;
     * the rest is for open orders, further trades and requests.
     */
    private static final long BYTES_PER_ORDER = 1_000;

    /** Upper limit of {@code maxOrders}. */
    public static final int MAX_ORDERS = ExchangeConfig.MAX_ORDERS;

    private static final int MAX_PORT = 65_535;
    private static final BigDecimal DEFAULT_CASH_DOLLARS = new BigDecimal("100000");

    public SimulatorConfig {
        keys = List.copyOf(keys);
        require(port >= 0 && port <= MAX_PORT, "port", port, "0 to 65,535");
        require(!keys.isEmpty(), "keys", keys, "at least one");
        require(requestsPerMinute >= 0, "requestsPerMinute", requestsPerMinute, ">= 0");
        require(startingCash.signum() >= 0, "startingCash", startingCash, ">= 0");
        require(VenueClock.isAllowedSpeed(speed), "speed", speed, VenueClock.SPEEDS);
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

    /**
     * Returns the defaults: an always open market on any free port, in memory, with Alpaca's rate
     * limit.
     */
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
                false,
                false,
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

    public SimulatorConfig withHours(ExchangeHours newHours) {
        return changed(copy -> copy.hours = newHours);
    }

    /** Returns a copy whose prices and trading hours follow the given bars. */
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

    /** Returns a copy whose time is moved by {@link Simulator#steps}. */
    public SimulatorConfig withSteps() {
        return changed(copy -> copy.stepped = true);
    }

    /** Returns a copy whose prices orders do not move, and which lists no symbol without bars. */
    public SimulatorConfig withPastMarket() {
        return changed(copy -> copy.past = true);
    }

    public SimulatorConfig withMaxOrders(int newMaxOrders) {
        return changed(copy -> copy.maxOrders = newMaxOrders);
    }

    /** Returns the number of orders that fit into the given memory. */
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
