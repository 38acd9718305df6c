package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.hours.ExchangeHours;
import dev.lockstep.simulator.exchange.model.Bars;
import dev.lockstep.simulator.faults.FaultPlan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Mutable copy of a {@link SimulatorConfig}, used by its {@code with} methods. */
final class SimulatorConfigCopy {
    int port;
    List<ApiKey> keys;
    long seed;
    @Nullable Path stateDir;
    int requestsPerMinute;
    BigDecimal startingCash;
    InstantSource clock;
    ExchangeHours hours;
    Bars bars;
    BigDecimal speed;
    @Nullable Duration idleTimeout;
    @Nullable Duration tickEvery;
    BigDecimal partialFillProbability;
    boolean walkingPrices;
    FaultPlan faults;
    int maxOrders;
    boolean stepped;
    boolean past;
    ThreadFactory threads;

    SimulatorConfigCopy(SimulatorConfig old) {
        port = old.port();
        keys = old.keys();
        seed = old.seed();
        stateDir = old.stateDir();
        requestsPerMinute = old.requestsPerMinute();
        startingCash = old.startingCash();
        clock = old.clock();
        hours = old.hours();
        bars = old.bars();
        speed = old.speed();
        idleTimeout = old.idleTimeout();
        tickEvery = old.tickEvery();
        partialFillProbability = old.partialFillProbability();
        walkingPrices = old.walkingPrices();
        faults = old.faults();
        maxOrders = old.maxOrders();
        stepped = old.stepped();
        past = old.past();
        threads = old.threads();
    }

    SimulatorConfig build() {
        return new SimulatorConfig(
                port,
                keys,
                seed,
                stateDir,
                requestsPerMinute,
                startingCash,
                clock,
                hours,
                bars,
                speed,
                idleTimeout,
                tickEvery,
                partialFillProbability,
                walkingPrices,
                faults,
                maxOrders,
                stepped,
                past,
                threads);
    }
}
