package dev.lockstep.app.halt;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.usecase.halt.Flattening;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Closes every position by passes that follow each other until the broker has none, it refuses to
 * be asked, trading is resumed, or the time is over. Safe for use by several threads and processes.
 */
public final class CloseEverything {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TradingPlatform tradingPlatform;
    private final PlatformClock clock;
    private final Pause pause;

    /** Closes the positions of the account of this platform. */
    public CloseEverything(TradingPlatform tradingPlatform, InstantSource clock, Pause pause) {
        this.tradingPlatform = tradingPlatform;
        this.clock = PlatformClock.of(clock);
        this.pause = pause;
    }

    /**
     * Closes all positions; there is always a first pass.
     *
     * @param bound the time after which no further pass begins
     * @param sent receives each closing order as soon as it is sent
     */
    public Flattened within(Duration bound, Consumer<Order> sent) throws InterruptedException {
        long began = clock.nanoTime();
        List<Order> closing = new ArrayList<>();
        while (true) {
            tradingPlatform.resolveUnknown().resolve();
            Flattening pass = tradingPlatform.haltTrading().flatten();
            if (pass instanceof Flattening.Passed passed) {
                passed.closing().forEach(sent);
                closing.addAll(passed.closing());
            }
            if (ended(pass) || clock.since(began).compareTo(bound) >= 0) {
                return new Flattened(closing.stream().map(this::now).toList(), pass);
            }
            pause.of(PAUSE);
        }
    }

    private static boolean ended(Flattening pass) {
        return switch (pass) {
            case Flattening.Failed(BrokerFault fault) -> !mayPass(fault.kind());
            case Flattening.NotHeldBack _ -> true;
            case Flattening.Passed passed -> passed.done();
        };
    }

    private static boolean mayPass(BrokerFault.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, SERVER_ERROR, RATE_LIMITED, UNREADABLE -> true;
            case UNAUTHORIZED, REFUSED -> false;
        };
    }

    private Order now(Order order) {
        return tradingPlatform.repository().find(order.id()).orElse(order);
    }
}
