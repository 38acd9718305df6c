package dev.lockstep.simulation.actor;

import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.ActorKind;
import dev.lockstep.simulation.scenario.Chance;
import dev.lockstep.simulation.scenario.Scenario;
import dev.lockstep.simulation.schedule.Host;
import java.time.Duration;
import java.util.function.Consumer;

/** Starts a scenario's actors, each with its own rhythm and random decisions. */
public final class Cast {
    private final Stage stage;
    private final Scenario scenario;
    private final Host people;
    private boolean over;

    public Cast(Stage stage, Scenario scenario, Host people) {
        this.stage = stage;
        this.scenario = scenario;
        this.people = people;
    }

    /** Starts them. */
    public void enter() {
        scenario.actors().forEach(this::enter);
    }

    /** Stops all actors from starting new actions. */
    public void leave() {
        over = true;
    }

    private void enter(ActorKind kind) {
        Chance chance = new Chance(scenario.seed(), "actor " + kind);
        CallerActors callers = new CallerActors(stage, chance);
        Supervisors supervisors = new Supervisors(stage, chance);
        Outsiders outsiders = new Outsiders(stage, chance);
        switch (kind) {
            case SUBMIT ->
                    calling(
                            kind,
                            chance,
                            1,
                            6,
                            one -> callers.submit(one, callers.terms().simple()));
            case SUBMIT_LINKED ->
                    calling(
                            kind,
                            chance,
                            4,
                            20,
                            one -> callers.submit(one, callers.terms().linked()));
            case SUBMIT_NOTIONAL ->
                    calling(
                            kind,
                            chance,
                            5,
                            25,
                            one -> callers.submit(one, callers.terms().notional()));
            case SUBMIT_CRYPTO ->
                    calling(
                            kind,
                            chance,
                            4,
                            20,
                            one -> callers.submit(one, callers.terms().crypto()));
            case SUBMIT_AGAIN -> calling(kind, chance, 2, 12, callers::submitAgain);
            case CANCEL -> calling(kind, chance, 1, 10, callers::cancel);
            case CANCEL_ALL -> calling(kind, chance, 10, 50, callers::cancelAll);
            case CANCEL_EXTERNAL -> calling(kind, chance, 10, 50, callers::cancelExternal);
            case REPLACE -> calling(kind, chance, 2, 12, callers::replace);
            case CLOSE -> calling(kind, chance, 8, 40, one -> callers.close(one, false));
            case CLOSE_PART -> calling(kind, chance, 8, 40, one -> callers.close(one, true));
            case CLOSE_AT_LIMIT -> calling(kind, chance, 6, 30, callers::closeAtLimit);
            case CLOSE_TOGETHER ->
                    repeating(kind, chance, 8, 40, () -> callers.closeTogether(kind));
            case CLOSE_STRATEGY -> calling(kind, chance, 8, 40, callers::closeStrategy);
            case REVERSE -> calling(kind, chance, 4, 20, callers::reverse);
            case FLATTEN -> calling(kind, chance, 50, 70, supervisors::flatten);
            case HALT -> calling(kind, chance, 40, 60, supervisors::halt);
            case REDUCE -> calling(kind, chance, 40, 60, supervisors::reduce);
            case EXIT_AFTER -> calling(kind, chance, 4, 20, callers::exitAfter);
            case ADOPT -> calling(kind, chance, 8, 30, outsiders::adopt);
            case EXTERNAL_ORDERS -> repeating(kind, chance, 5, 25, outsiders::trade);
            case EXTERNAL_CHANGES -> repeating(kind, chance, 5, 30, outsiders::change);
            case PRICES -> repeating(kind, chance, 2, 6, outsiders::movePrices);
            case OPTIONS -> stage.market().holdOptions();
            case CORPORATE_ACTIONS -> repeating(kind, chance, 30, 60, outsiders::corporateAction);
            case BUSTS -> repeating(kind, chance, 20, 60, outsiders::bust);
            case RESIZES -> repeating(kind, chance, 10, 40, outsiders::resize);
            case STRATEGIES -> strategies(kind, chance, supervisors);
            case IMPORT -> calling(kind, chance, 8, 30, new LegacyPlatform(stage, chance)::act);
            case LIMITS ->
                    calling(
                            kind,
                            chance,
                            1,
                            600,
                            one -> supervisors.limit(one, scenario.cashOnly()));
            case BOT -> calling(kind, chance, 2, 12, new BotActor(stage, chance)::act);
            case MASS_CANCEL ->
                    calling(kind, chance, 10, 40, new MassCancelActor(stage, chance)::act);
        }
    }

    /** Every order belongs to a strategy, and in every other run these have limits. */
    private void strategies(ActorKind kind, Chance chance, Supervisors supervisors) {
        stage.promises().strategiesOnly();
        if (chance.percent(50)) {
            calling(kind, chance, 5, 25, supervisors::strategy);
        }
    }

    private void calling(
            ActorKind kind, Chance chance, int least, int most, Consumer<PlatformProcess> work) {
        repeating(kind, chance, least, most, () -> stage.call(kind, chance, work));
    }

    private void repeating(ActorKind kind, Chance chance, int least, int most, Runnable work) {
        stage.time()
                .spawn(
                        kind.word(),
                        people,
                        kind == ActorKind.LIMITS ? Duration.ZERO : Duration.ofSeconds(1),
                        () -> {
                            while (!over) {
                                work.run();
                                stage.time()
                                        .pause(
                                                Duration.ofMillis(
                                                        chance.between(
                                                                least * 1_000, most * 1_000)));
                            }
                        });
    }
}
