package dev.lockstep.simulation.actor;

import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.usecase.cancel.CancelResult;
import dev.lockstep.domain.usecase.halt.Flattening;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.simulation.process.PlatformProcess;
import dev.lockstep.simulation.scenario.Chance;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What those do who hold trading back. */
final class Supervisors {
    private static final int MAX_OPEN_ORDERS = 6;
    private static final BigDecimal MAX_POSITION_DOLLARS = new BigDecimal(2_500);

    private static final String WHO = "supervisor";
    private static final Duration PASS = Duration.ofMillis(250);
    private static final int PASSES = 60;

    private final Stage stage;
    private final Chance chance;

    Supervisors(Stage stage, Chance chance) {
        this.stage = stage;
        this.chance = chance;
    }

    void halt(PlatformProcess process) {
        process.useCases().halt().halt(WHO, "news");
        rest();
        resume(process);
    }

    void reduce(PlatformProcess process) {
        process.useCases().risk().reduce(WHO, "end of day");
        rest();
        resume(process);
    }

    /** The kill switch as the command runs it. */
    void flatten(PlatformProcess process) {
        process.useCases().halt().halt(WHO, "kill switch");
        stage.promises().everyOrderCanceled();
        process.useCases()
                .halt()
                .cancelAll()
                .ours()
                .forEach(result -> {
                    if (result instanceof CancelResult.Requested(var order)) {
                        stage.promises().cancelAccepted(order);
                    }
                });
        for (int pass = 0; pass < PASSES; pass++) {
            process.useCases().resolve().resolve();
            int resumes = stage.promises().resumes();
            long began = stage.time().nanos();
            if (process.useCases().halt().flatten() instanceof Flattening.Passed passed
                    && passed.flat()) {
                // Somebody else may have resumed during the pass: then it promises nothing.
                if (resumes == stage.promises().resumes() && stage.promises().isHeldBack()) {
                    stage.promises().flat();
                    stage.market().answeredFlat(began);
                }
                stage.promises().note(stage.time().nanos() / 1_000_000 + " flat");
                break;
            }
            stage.time().pause(PASS);
        }
        rest();
        resume(process);
    }

    /**
     * Sets limits of the account.
     *
     * @param cashOnly whether one of them is that nothing is borrowed
     */
    void limit(PlatformProcess process, boolean cashOnly) {
        process.useCases()
                .risk()
                .set(new RiskLimit.MaxOpenOrders(MAX_OPEN_ORDERS), WHO, "a small account");
        stage.promises().limitOpenOrders(MAX_OPEN_ORDERS);
        if (chance.percent(60)) {
            process.useCases()
                    .risk()
                    .set(
                            new RiskLimit.MaxPositionValue(new Money(MAX_POSITION_DOLLARS)),
                            WHO,
                            "a small account");
            stage.promises().limitPositionValue(MAX_POSITION_DOLLARS);
        }
        orderLimits().stream()
                .filter(_ -> chance.percent(40))
                .forEach(limit -> process.useCases().risk().set(limit, WHO, "a small account"));
        if (chance.percent(40)) {
            RiskLimit loss = new RiskLimit.MaxDailyLoss(dollars(3, 40));
            process.useCases().risk().set(loss, WHO, "no more losses");
        }
        if (cashOnly) {
            process.useCases().risk().set(new RiskLimit.NoMargin(), WHO, "a cash account");
        }
    }

    private Money dollars(int least, int most) {
        return new Money(new BigDecimal(chance.between(least, most)));
    }

    /** Returns limits of one order. */
    private List<RiskLimit> orderLimits() {
        return List.of(
                new RiskLimit.MaxOrderQty(Quantity.of(String.valueOf(chance.between(8, 16)))),
                new RiskLimit.MaxOrderValue(new Money(new BigDecimal(chance.between(600, 1_500)))),
                new RiskLimit.MaxOrderRate(
                        chance.between(2, 8), Duration.ofSeconds(chance.between(20, 60))));
    }

    /** Changes a limit of a strategy, or pauses the strategy for a while. */
    void strategy(PlatformProcess process) {
        StrategyId strategy = chance.of(RandomTerms.STRATEGIES);
        ControlRisk risk = process.useCases().risk();
        switch (chance.between(0, 10)) {
            case 0, 1 ->
                    risk.set(
                            strategy,
                            new RiskLimit.MaxOpenOrders(chance.between(2, 5)),
                            WHO,
                            "a small strategy");
            case 2 ->
                    risk.set(
                            strategy,
                            new RiskLimit.CapitalBudget(
                                    new Money(new BigDecimal(chance.between(2_000, 6_000)))),
                            WHO,
                            "a small strategy");
            case 6 -> risk.set(strategy, chance.of(orderLimits()), WHO, "small orders");
            case 7 ->
                    risk.set(
                            strategy,
                            new RiskLimit.MaxPositionValue(
                                    new Money(new BigDecimal(chance.between(1_000, 2_500)))),
                            WHO,
                            "small positions");
            case 8 -> risk.set(strategy, new RiskLimit.NoMargin(), WHO, "no loans");
            case 9, 10 ->
                    risk.set(
                            strategy, new RiskLimit.MaxDailyLoss(dollars(1, 20)), WHO, "no losses");
            case 3 -> risk.clear(strategy, LimitName.MAX_OPEN_ORDERS, WHO, "no limit");
            default -> {
                risk.pause(strategy, WHO, "looks wrong");
                rest();
                risk.resume(strategy, WHO, "over");
            }
        }
    }

    private void rest() {
        stage.time().pause(Duration.ofSeconds(chance.between(3, 25)));
    }

    private void resume(PlatformProcess process) {
        process.useCases().risk().resume(WHO, "over");
    }
}
