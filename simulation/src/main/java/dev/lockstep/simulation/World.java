package dev.lockstep.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockstep.broker.alpaca.connection.InProcessLink.Sent;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.simulation.actor.Cast;
import dev.lockstep.simulation.actor.Promises;
import dev.lockstep.simulation.actor.RandomTerms;
import dev.lockstep.simulation.actor.Stage;
import dev.lockstep.simulation.actor.Weather;
import dev.lockstep.simulation.check.Invariant;
import dev.lockstep.simulation.check.Judge;
import dev.lockstep.simulation.check.LedgerText;
import dev.lockstep.simulation.check.Violation;
import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.memory.MemoryDatabase;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.process.Processes;
import dev.lockstep.simulation.process.ScenarioDatabase;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.scenario.ScenarioFaults;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.VirtualTime;
import dev.lockstep.simulation.schedule.WallClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** One run of a scenario: everything in it, from the first actor to the verdict. */
final class World implements Stage, AutoCloseable {
    private static final Duration SILENT = Duration.ofMinutes(1);
    private static final int MOST_CALM_MINUTES = 7;
    private static final int LEAST_CALM_MINUTES = 2;
    private static final int REQUESTS_PER_MINUTE = 200;
    private static final int PARTIAL_MILLIONTHS = 450_000;

    private final Scenario scenario;
    private final VirtualTime time;
    private final WallClock clock;
    private final ScenarioFaults faults;
    private final MarketPlace market;
    private final Promises promises = new Promises();
    private final Judge judge;
    private final Processes processes;
    private final Host people = new Host("people");
    private final Cast cast;

    World(Scenario scenario, ScenarioDatabase database, ThreadFactory threads) {
        this.scenario = scenario;
        this.time = new VirtualTime(threads, new Chance(scenario.seed(), "turns").split());
        this.clock = new WallClock(time);
        this.faults = new ScenarioFaults(scenario);
        int limit = faults.takesPart(ScenarioFault.RATE_LIMIT) ? REQUESTS_PER_MINUTE : 0;
        this.market =
                new MarketPlace(
                        scenario.seed(),
                        faults.takesPart(ScenarioFault.PARTIAL_FILLS) ? PARTIAL_MILLIONTHS : 0,
                        limit,
                        scenario.openingCash(),
                        time);
        this.judge = new Judge(market, promises, time, clock);
        this.processes =
                new Processes(
                        scenario.seed(),
                        database,
                        scenario.inMemory() ? new MemoryDatabase() : null,
                        time,
                        clock,
                        market,
                        faults,
                        limit,
                        this::leaves,
                        judge::answered);
        this.cast = new Cast(this, scenario, people);
    }

    /** Plays it. */
    List<Violation> play() {
        market.setPrice(RandomTerms.SHARES.get(0).value(), new BigDecimal("100.00"));
        market.setPrice(RandomTerms.SHARES.get(1).value(), new BigDecimal("50.00"));
        market.setPrice(RandomTerms.COIN.value(), new BigDecimal("2000.00"));
        processes.start(new Chance(scenario.seed(), "processes").between(1, 3));
        new Weather(this, scenario, clock, people).enter();
        cast.enter();
        time.run(scenario.length());
        faults.end();
        cast.leave();
        Weather.clear(market, clock);
        return verdict();
    }

    /**
     * Everything is over as soon as every invariant holds after a silent minute; what still has to
     * be settled gets {@value #MOST_CALM_MINUTES} minutes.
     */
    private List<Violation> verdict() {
        int least = scenario.playsToTheEnd() ? MOST_CALM_MINUTES : LEAST_CALM_MINUTES;
        for (int minute = 1; ; minute++) {
            List<Violation> violations = afterSilence();
            boolean rests = violations.isEmpty() && !processes.unsettled();
            if (minute >= MOST_CALM_MINUTES || (minute >= least && rests)) {
                return violations;
            }
        }
    }

    private List<Violation> afterSilence() {
        if (processes.alive().isEmpty() && !processes.unsettled()) {
            // A restart has failed, and the reason is among the failures.
            processes.start(1);
        }
        List<PlatformProcess> before = processes.alive();
        long last = before.isEmpty() ? 0 : before.getFirst().plainStores().feed().last();
        time.run(SILENT);
        if (processes.alive().isEmpty()) {
            return List.of(new Violation(Invariant.NO_UNEXPECTED_FAILURE, "no process is alive"));
        }
        return judge.verdict(processes.alive().getFirst(), last, time.failures());
    }

    /** Returns the trace, in order. */
    List<String> trace() {
        List<String> trace = new ArrayList<>(promises.trace());
        market.orders().forEach(order -> trace.add(LedgerText.of(order)));
        return trace;
    }

    @Override
    public VirtualTime time() {
        return time;
    }

    @Override
    public MarketPlace market() {
        return market;
    }

    @Override
    public Promises promises() {
        return promises;
    }

    @Override
    public List<PlatformProcess> processes() {
        return processes.alive();
    }

    @Override
    public void call(ActorKind kind, Chance chance, Consumer<PlatformProcess> work) {
        List<PlatformProcess> alive = processes.alive();
        if (alive.isEmpty()) {
            return;
        }
        PlatformProcess process = chance.of(alive);
        time.spawn(
                kind.word() + " in " + process.host().name(),
                process.host(),
                Duration.ofMillis(chance.between(0, 50)),
                () -> {
                    try {
                        work.accept(process);
                    } catch (RepositoryException refused) {
                        promises.note("refused: " + refused.reason());
                    } catch (InvalidValueException invalid) {
                        promises.note("invalid: " + invalid.getMessage());
                    }
                });
    }

    @Override
    public void close() {
        time.end();
        processes.close();
    }

    private void leaves(Sent sent) {
        if (sent.method().equals("POST") || sent.method().equals("PATCH")) {
            try {
                judge.leaves(
                        new JsonMapper().readTree(sent.body()).path("client_order_id").asText());
            } catch (JsonProcessingException unreadable) {
                judge.failed("a request that cannot be read: " + sent.body());
            }
        }
    }
}
