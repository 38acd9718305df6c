package dev.lockstep.simulation.actor;

import dev.lockstep.simulation.exchange.MarketPlace;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.scenario.ScenarioFault;
import dev.lockstep.simulation.schedule.Host;
import dev.lockstep.simulation.schedule.WallClock;
import dev.lockstep.simulator.exchange.market.Disturbance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Faults that last: steps of the machine's clock, and what is wrong inside the exchange. */
public final class Weather {
    private static final List<Integer> STEPS_SECONDS = List.of(40, 90, 600, 3_600, 7_200);

    private final Stage stage;
    private final Scenario scenario;
    private final WallClock clock;
    private final Host host;
    private boolean over;

    public Weather(Stage stage, Scenario scenario, WallClock clock, Host host) {
        this.stage = stage;
        this.scenario = scenario;
        this.clock = clock;
        this.host = host;
    }

    /** Starts it. */
    public void enter() {
        if (scenario.faults().contains(ScenarioFault.CLOCK_BACK)) {
            step(ScenarioFault.CLOCK_BACK, -1);
        }
        if (scenario.faults().contains(ScenarioFault.CLOCK_FORWARD)) {
            step(ScenarioFault.CLOCK_FORWARD, 1);
        }
        trouble(ScenarioFault.STUCK_CANCELS);
        trouble(ScenarioFault.REJECTED_REPLACES);
        stage.time().spawn("time at the exchange", host, Duration.ofSeconds(1), this::pass);
    }

    /** Ends all of it. */
    public static void clear(MarketPlace market, WallClock clock) {
        market.disturb(Disturbance.NONE);
        clock.setOff(Duration.ZERO);
    }

    private void pass() {
        while (!over) {
            stage.market().advance();
            stage.time().pause(Duration.ofSeconds(1));
        }
    }

    private void step(ScenarioFault kind, int sign) {
        Chance chance = new Chance(scenario.seed(), "weather " + kind);
        Duration offset = Duration.ofSeconds((long) sign * chance.of(STEPS_SECONDS));
        long length = scenario.length().toSeconds();
        Duration begin = Duration.ofSeconds(chance.between(5, 60));
        Duration end = begin.plusSeconds(chance.percent(50) ? chance.between(10, 60) : length);
        at(begin, () -> clock.setOff(offset));
        if (end.compareTo(scenario.length()) < 0) {
            at(end, () -> clock.setOff(Duration.ZERO));
        }
    }

    private void trouble(ScenarioFault kind) {
        if (!scenario.faults().contains(kind)) {
            return;
        }
        Chance chance = new Chance(scenario.seed(), "weather " + kind);
        Set<String> symbols = Set.of(chance.of(RandomTerms.SHARES).value());
        Duration begin = Duration.ofSeconds(chance.between(5, 40));
        at(begin, () -> stage.market().disturb(disturbance(kind, symbols)));
        at(
                begin.plusSeconds(chance.between(20, 60)),
                () -> stage.market().disturb(Disturbance.NONE));
    }

    private static Disturbance disturbance(ScenarioFault kind, Set<String> symbols) {
        boolean cancels = kind == ScenarioFault.STUCK_CANCELS;
        return new Disturbance(
                Set.of(),
                cancels ? symbols : Set.of(),
                cancels ? Set.of() : symbols,
                BigDecimal.ZERO);
    }

    private void at(Duration when, Runnable work) {
        if (when.compareTo(scenario.length()) < 0) {
            stage.time().spawn("weather", host, when, work::run);
        }
    }
}
