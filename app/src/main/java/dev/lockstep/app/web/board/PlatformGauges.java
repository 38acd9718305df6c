package dev.lockstep.app.web.board;

import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.broker.LinkStatus;
import dev.lockstep.domain.port.broker.StreamStatus;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.LoopReport;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.report.Health;
import dev.lockstep.domain.value.ShownValue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The platform's state as metrics, computed when they are read; an unknown value is NaN. */
public final class PlatformGauges {
    private final MeterRegistry registry;

    /** Registers the gauges. */
    public PlatformGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Shows a platform.
     *
     * @param listeners how many clients listen to live events
     */
    public void show(
            TradingPlatform tradingPlatform,
            HealthProbe probe,
            OrderCounts counts,
            Supplier<Integer> listeners) {
        for (OrderStatus each : OrderStatus.values()) {
            Gauge.builder("lockstep.orders", () -> counts.byStatus().getOrDefault(each, 0L))
                    .description("Orders by how they stand")
                    .tag("status", ShownValue.of(each))
                    .register(registry);
        }
        health(probe);
        line(tradingPlatform);
        gauge(
                "lockstep.store.sound",
                "1 while the store accepts new orders",
                () -> yes(tradingPlatform.inspection().health() instanceof StoreHealth.Sound));
        gauge("lockstep.events.listeners", "Clients that listen to live events", listeners::get);
    }

    private void health(HealthProbe probe) {
        gauge(
                "lockstep.orders.unresolved",
                "Unanswered orders",
                () -> known(probe, Health::unresolved));
        gauge(
                "lockstep.orders.unresolved.oldest.seconds",
                "Age of the oldest unanswered order, 0 without one",
                () ->
                        known(
                                probe,
                                health ->
                                        seconds(health.oldestUnresolved().orElse(Duration.ZERO))));
        gauge(
                "lockstep.sync.age.seconds",
                "Seconds since the last successful sync began",
                () -> known(probe, health -> seconds(health.syncAge().orElse(null))));
        gauge(
                "lockstep.incidents.open",
                "Open incidents",
                () -> known(probe, health -> health.openIncidents().size()));
        gauge("lockstep.healthy", "1 if healthy", () -> yes(probe.answer().healthy()));
        gauge(
                "lockstep.stream.listening",
                "1 while live events of the broker can arrive",
                () -> known(probe, health -> yes(health.fresh() && listening(health.loop()))));
        gauge(
                "lockstep.trading.active",
                "1 while trading is active",
                () ->
                        known(
                                probe,
                                health -> yes(health.riskRules().state() == TradingState.ACTIVE)));
    }

    private void line(TradingPlatform tradingPlatform) {
        gauge(
                "lockstep.broker.latency.seconds",
                "Duration of the last request to the broker",
                () -> seconds(link(tradingPlatform).latency()));
        gauge(
                "lockstep.broker.requests.left",
                "Requests to the broker left in this minute",
                () -> number(link(tradingPlatform).requestsLeft()));
        for (LinkStatus.Breaker state : LinkStatus.Breaker.values()) {
            Gauge.builder(
                            "lockstep.broker.breaker",
                            () -> yes(link(tradingPlatform).breaker() == state))
                    .description("1 for the state that the circuit breaker is in")
                    .tag("state", ShownValue.of(state))
                    .register(registry);
        }
    }

    private void gauge(String name, String what, Supplier<Number> value) {
        Gauge.builder(name, value).description(what).register(registry);
    }

    private static double known(HealthProbe probe, Function<Health, Number> value) {
        return switch (probe.answer()) {
            case HealthAnswer.Known(Health health) -> value.apply(health).doubleValue();
            case HealthAnswer.StoreAway _ -> Double.NaN;
        };
    }

    private static LinkStatus link(TradingPlatform tradingPlatform) {
        return tradingPlatform.display().link().status();
    }

    private static boolean listening(Optional<LoopReport> loop) {
        return loop.filter(report -> report.stream() == StreamStatus.State.LISTENING).isPresent();
    }

    private static double seconds(@Nullable Duration duration) {
        return duration == null ? Double.NaN : duration.toMillis() / 1_000.0;
    }

    private static double number(@Nullable Long known) {
        return known == null ? Double.NaN : known;
    }

    private static int yes(boolean holds) {
        return holds ? 1 : 0;
    }
}
