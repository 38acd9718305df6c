package dev.lockstep.simulation.process;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import dev.lockstep.broker.alpaca.AlpacaConfig;
import dev.lockstep.broker.alpaca.AlpacaModule;
import dev.lockstep.broker.alpaca.ApiSecret;
import dev.lockstep.broker.alpaca.connection.InProcessLink;
import dev.lockstep.broker.alpaca.resilience.BreakerRule;
import dev.lockstep.broker.alpaca.resilience.RetrySchedule;
import dev.lockstep.domain.port.OrderIds;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.TimeOrderedIds;
import dev.lockstep.domain.port.broker.AccountHistory;
import dev.lockstep.domain.port.broker.Assets;
import dev.lockstep.domain.port.broker.Broker;
import dev.lockstep.domain.port.broker.ExecutionReports;
import dev.lockstep.domain.port.broker.MarketData;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.usecase.monitor.LoopSchedule;
import dev.lockstep.domain.usecase.pretrade.MarketWatch;
import dev.lockstep.domain.usecase.report.CheckHealth;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.simulation.memory.MemoryDatabase;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulator.InProcessExchange;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One process of the platform: its own connections to the database, its own adapter. */
public final class PlatformProcess implements AutoCloseable {
    /** Time-outs in a row are no reason to pause: the breaker's pause would be real time. */
    private static final BreakerRule NEVER_OPEN = new BreakerRule(500, 500, Duration.ofMillis(1));

    /** Repetitions follow at once, for their waits would be real time. */
    private static final RetrySchedule AT_ONCE =
            new RetrySchedule(
                    List.of(Duration.ofMillis(1)),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(20),
                    2,
                    Duration.ofMillis(1),
                    Duration.ofMillis(2));

    private final Host host;
    private final Injector injector;
    private final boolean inDatabase;
    private final Stores plain;
    private final Stores stores;
    private final Broker broker;
    private final OrderIds ids;
    private final RecoveryPolicy policy;
    private final PlatformClock clock;
    private final UseCases useCases;

    /**
     * What a process is started with.
     *
     * @param database the database
     * @param memory the store in its place, null where the database is used
     */
    public record Start(
            Host host,
            ScenarioDatabase database,
            @Nullable MemoryDatabase memory,
            InProcessLink link,
            PlatformClock clock,
            SplittableRandom random,
            RecoveryPolicy policy,
            int requestsPerMinute) {}

    PlatformProcess(Start start, VirtualTime time, CallPoints points) {
        this.host = start.host();
        this.clock = start.clock();
        this.policy = start.policy();
        MemoryDatabase memory = start.memory();
        this.inDatabase = memory == null;
        this.injector = injector(start, time);
        this.plain = memory == null ? Stores.of(injector) : Stores.of(memory, clock);
        this.stores = plain.around(points);
        this.broker = injector.getInstance(Broker.class);
        this.ids = new TimeOrderedIds(plain.tag(), clock, start.random());
        MarketWatch watch =
                UseCases.watch(
                        points.undivided(Broker.class, broker),
                        points.undivided(MarketData.class, injector.getInstance(MarketData.class)),
                        clock);
        this.useCases =
                UseCases.of(
                        stores,
                        broker,
                        watch,
                        injector.getInstance(Assets.class),
                        ids,
                        policy,
                        clock);
    }

    public Host host() {
        return host;
    }

    public UseCases useCases() {
        return useCases;
    }

    /** Returns the database as its callers see it, with a point before and after each call. */
    public Stores stores() {
        return stores;
    }

    /** Returns the database as the judge reads it. */
    public Stores plainStores() {
        return plain;
    }

    public Broker broker() {
        return broker;
    }

    public OrderIds ids() {
        return ids;
    }

    public PlatformClock clock() {
        return clock;
    }

    public RecoveryPolicy policy() {
        return policy;
    }

    public ExecutionReports stream() {
        return injector.getInstance(ExecutionReports.class);
    }

    public AccountHistory history() {
        return injector.getInstance(AccountHistory.class);
    }

    /** Returns the prices, for the only thread of a loop. */
    MarketData market() {
        return injector.getInstance(MarketData.class);
    }

    Assets assets() {
        return injector.getInstance(Assets.class);
    }

    /** Returns the broker's own API, as a gateway passes it on. */
    public VenueReads venueReads() {
        return injector.getInstance(VenueReads.class);
    }

    /** Returns the check behind the health command. */
    public CheckHealth health() {
        return new CheckHealth(
                plain.orders(),
                plain.incidents(),
                plain.loopReports(),
                plain.lease(),
                plain.risk(),
                plain.inspection(),
                clock,
                LoopSchedule.defaults().unresolvedAlarm());
    }

    @Override
    public void close() {
        if (inDatabase) {
            injector.getInstance(OrderStore.class).close();
        }
    }

    private static Injector injector(Start start, VirtualTime time) {
        AlpacaConfig config =
                AlpacaConfig.at(
                                URI.create("http://127.0.0.1:1"),
                                InProcessExchange.KEY.id(),
                                new ApiSecret(InProcessExchange.KEY.secret()))
                        .with(NEVER_OPEN)
                        .with(AT_ONCE)
                        .withRequestsPerMinute(start.requestsPerMinute());
        return Guice.createInjector(
                Stage.PRODUCTION,
                start.memory() == null
                        ? start.database().module(start.random())
                        : Modules.EMPTY_MODULE,
                new AlpacaModule(config, start.link(), time::pauseUnlessStopped),
                new AbstractModule() {
                    @Override
                    protected void configure() {
                        bind(InstantSource.class).toInstance(start.clock());
                        bind(PlatformClock.class).toInstance(start.clock());
                    }
                });
    }
}
