package dev.lockstep.app.prove.network;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.app.prove.history.DisturbanceCounts;
import dev.lockstep.app.prove.history.RunConditions;
import dev.lockstep.app.prove.history.ServingProcess;
import dev.lockstep.app.prove.network.proxy.NetworkFaultPlan;
import dev.lockstep.app.prove.network.proxy.NetworkProxy;
import dev.lockstep.app.runtime.Threads;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Conditions in which a proxy between the processes and the exchange disturbs connections, and
 * fails altogether now and then.
 */
public final class DisturbedNetwork implements RunConditions, AutoCloseable {
    private static final String DOWN = "network-down";
    private static final int MIN_PAUSE_MILLIS = 300;
    private static final int MAX_PAUSE_MILLIS = 2_000;
    private static final int MAX_DOWN_MILLIS = 8_000;

    /** One of this many moments; about every twenty seconds. */
    private static final int MOMENTS_BETWEEN_FAILURES = 16;

    private final NetworkFaultPlan plan;
    private final NetworkProxy proxy;
    private final RandomGenerator random;
    private final Pause pause;
    private final DisturbanceCounts counts = new DisturbanceCounts(List.of(DOWN));

    private DisturbedNetwork(
            NetworkFaultPlan plan, NetworkProxy proxy, RandomGenerator random, Pause pause) {
        this.plan = plan;
        this.proxy = proxy;
        this.random = random;
        this.pause = pause;
    }

    /** Starts the proxy; it disturbs nothing until {@link #begin}. */
    public static DisturbedNetwork open(URI exchange, long seed, Pause pause) {
        NetworkFaultPlan plan = new NetworkFaultPlan(seed);
        try {
            NetworkProxy proxy = NetworkProxy.open(exchange, plan, pause, Threads.background());
            return new DisturbedNetwork(plan, proxy, new SplittableRandom(seed), pause);
        } catch (IOException refused) {
            throw new CommandEnd(
                    ExitCode.NO, "the proxy cannot listen: " + IoText.of(refused), refused);
        }
    }

    @Override
    public String phase() {
        return "the network to the exchange fails";
    }

    @Override
    public List<String> runOptions() {
        return List.of("--mode", "sim", "--base-url", proxy.address().toString());
    }

    @Override
    public void begin(List<ServingProcess> processes) {
        plan.arm();
    }

    @Override
    public void next() throws InterruptedException {
        pause.of(Duration.ofMillis(random.nextInt(MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS)));
        if (random.nextInt(MOMENTS_BETWEEN_FAILURES) == 0) {
            counts.add(DOWN);
            proxy.down();
            pause.of(Duration.ofMillis(random.nextInt(MAX_DOWN_MILLIS)));
            proxy.up();
        }
    }

    /** What is held still arrives. */
    @Override
    public void end() {
        plan.disarm();
        proxy.up();
    }

    @Override
    public Map<String, Integer> counts() {
        Map<String, Integer> all = new LinkedHashMap<>(plan.counts());
        all.putAll(counts.byName());
        return all;
    }

    @Override
    public void close() {
        try {
            proxy.close();
        } catch (IOException failed) {
            // Its process ends, and its port with it.
        }
    }
}
