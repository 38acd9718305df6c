package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.TradingHours;
import dev.lockstep.simulator.faults.FaultPlan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A config being copied with some parts changed, so that each part is named once. */
final class SimulatorConfigCopy {
    private int port;
    private List<ApiKey> keys;
    private long seed;
    private @Nullable Path stateDir;
    private int requestsPerMinute;
    private BigDecimal startingCash;
    private InstantSource clock;
    private TradingHours hours;
    private @Nullable Duration idleTimeout;
    private @Nullable Duration tickEvery;
    private BigDecimal partialFillProbability;
    private boolean walkingPrices;
    private FaultPlan faults;
    private ThreadFactory threads;

    SimulatorConfigCopy(SimulatorConfig old) {
        port = old.port();
        keys = old.keys();
        seed = old.seed();
        stateDir = old.stateDir();
        requestsPerMinute = old.requestsPerMinute();
        startingCash = old.startingCash();
        clock = old.clock();
        hours = old.hours();
        idleTimeout = old.idleTimeout();
        tickEvery = old.tickEvery();
        partialFillProbability = old.partialFillProbability();
        walkingPrices = old.walkingPrices();
        faults = old.faults();
        threads = old.threads();
    }

    SimulatorConfigCopy port(int value) {
        port = value;
        return this;
    }

    SimulatorConfigCopy keys(List<ApiKey> value) {
        keys = value;
        return this;
    }

    SimulatorConfigCopy seed(long value) {
        seed = value;
        return this;
    }

    SimulatorConfigCopy stateDir(@Nullable Path value) {
        stateDir = value;
        return this;
    }

    SimulatorConfigCopy requestsPerMinute(int value) {
        requestsPerMinute = value;
        return this;
    }

    SimulatorConfigCopy startingCash(BigDecimal value) {
        startingCash = value;
        return this;
    }

    SimulatorConfigCopy clock(InstantSource value) {
        clock = value;
        return this;
    }

    SimulatorConfigCopy hours(TradingHours value) {
        hours = value;
        return this;
    }

    SimulatorConfigCopy idleTimeout(@Nullable Duration value) {
        idleTimeout = value;
        return this;
    }

    SimulatorConfigCopy tickEvery(@Nullable Duration value) {
        tickEvery = value;
        return this;
    }

    SimulatorConfigCopy partialFillProbability(BigDecimal value) {
        partialFillProbability = value;
        return this;
    }

    SimulatorConfigCopy walkingPrices(boolean value) {
        walkingPrices = value;
        return this;
    }

    SimulatorConfigCopy faults(FaultPlan value) {
        faults = value;
        return this;
    }

    SimulatorConfigCopy threads(ThreadFactory value) {
        threads = value;
        return this;
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
                idleTimeout,
                tickEvery,
                partialFillProbability,
                walkingPrices,
                faults,
                threads);
    }
}
