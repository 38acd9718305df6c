package dev.lockstep.domain.usecase.pretrade;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.port.TradingRestrictor;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sets and removes limits, and restricts and resumes trading; each change is stored with its author
 * and reason.
 *
 * <p>The restrictions of the operator and of each watchdog are independent: the strictest applies,
 * and each is ended only by its source. Every process obeys a change once the call has returned.
 * Thread-safe.
 */
public final class ControlRisk implements TradingRestrictor {
    private final RiskControl control;
    private final InstantSource clock;

    /** Builds the use case on its port. */
    public ControlRisk(RiskControl control, InstantSource clock) {
        this.control = control;
        this.clock = clock;
    }

    /** Returns the rules in force. */
    public RiskRules rules() {
        return control.rules();
    }

    /**
     * Returns the changes, newest first.
     *
     * @param limit 1 to {@link RiskControl#MAX_CHANGES}
     */
    public List<RiskChange> changes(int limit) {
        return control.changes(limit);
    }

    /** Sets a limit. */
    public RiskRules set(RiskLimit limit, String who, String why) {
        return change(new Step.SetLimit(limit), who, why);
    }

    /** Takes a limit away. */
    public RiskRules clear(LimitName name, String who, String why) {
        return change(new Step.ClearLimit(name), who, why);
    }

    /** Sets a limit of a strategy. */
    public RiskRules set(StrategyId strategy, RiskLimit limit, String who, String why) {
        return change(new Step.OfStrategy(strategy, new Step.SetLimit(limit)), who, why);
    }

    /** Takes a limit of a strategy away. */
    public RiskRules clear(StrategyId strategy, LimitName name, String who, String why) {
        return change(new Step.OfStrategy(strategy, new Step.ClearLimit(name)), who, why);
    }

    /** Restricts a strategy to orders that reduce what it holds, for the operator. */
    public RiskRules pause(StrategyId strategy, String who, String why) {
        Step pause = new Step.Restrict(Restriction.OPERATOR, TradingState.REDUCING);
        return change(new Step.OfStrategy(strategy, pause), who, why);
    }

    /** Ends the pause of a strategy; does nothing if it is not paused. */
    public RiskRules resume(StrategyId strategy, String who, String why) {
        Step resume = new Step.Lift(Restriction.OPERATOR);
        return change(new Step.OfStrategy(strategy, resume), who, why);
    }

    /** Stops all new risk, in every process, for the operator. */
    public RiskRules halt(String who, String why) {
        return change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED), who, why);
    }

    /** Restricts trading to orders that reduce a position, for the operator. */
    public RiskRules reduce(String who, String why) {
        return change(new Step.Restrict(Restriction.OPERATOR, TradingState.REDUCING), who, why);
    }

    /**
     * Requests that every position is closed, for the operator. The request holds trading until
     * none is left or trading is resumed, and the trading loop pursues it.
     */
    public RiskRules requestFlatten(String who, String why) {
        return change(new Step.Restrict(Restriction.FLATTEN, TradingState.HALTED), who, why);
    }

    /** Returns the request to close every position, while it is not done. */
    public Optional<Restriction> flattenRequest() {
        return request(Restriction.FLATTEN);
    }

    /**
     * Requests that every external order is canceled, for the operator. The request holds trading
     * until none is left or trading is resumed, and the trading loop pursues it.
     */
    public RiskRules requestCancelExternal(String who, String why) {
        return change(
                new Step.Restrict(Restriction.CANCEL_EXTERNAL, TradingState.HALTED), who, why);
    }

    /** Returns the request to cancel every external order, while it is not done. */
    public Optional<Restriction> cancelExternalRequest() {
        return request(Restriction.CANCEL_EXTERNAL);
    }

    private Optional<Restriction> request(String source) {
        return control.rules().restrictions().stream()
                .filter(restriction -> restriction.source().equals(source))
                .findFirst();
    }

    /** Lifts what the operator asked for, requests included; what watchdogs ask for stays. */
    public RiskRules resume(String who, String why) {
        for (String request : Restriction.REQUESTS) {
            if (request(request).isPresent()) {
                change(new Step.Lift(request), who, why);
            }
        }
        return change(new Step.Lift(Restriction.OPERATOR), who, why);
    }

    /**
     * Lifts what a watchdog asked for, such as one whose process is gone; a living one may ask for
     * it again. To lift the operator's is to {@link #resume}.
     */
    public RiskRules overrule(String source, String who, String why) {
        return source.equals(Restriction.OPERATOR)
                ? resume(who, why)
                : change(new Step.Lift(source), who, why);
    }

    /**
     * Restricts trading for a watchdog; repeating it has no effect.
     *
     * @param source the unique name of the watchdog, such as {@code sync-watchdog}
     * @param state what may still be sent; not {@link TradingState#ACTIVE}
     * @param why the reason
     */
    public RiskRules restrict(String source, TradingState state, String why) {
        return change(new Step.Restrict(source, state), source, why);
    }

    /** A watchdog lifts what it asked for; does nothing where it asked for nothing. */
    public RiskRules lift(String source, String why) {
        return change(new Step.Lift(source), source, why);
    }

    @Override
    public void apply(String source, String why) {
        restrict(source, TradingState.REDUCING, why);
    }

    @Override
    public void release(String source, String why) {
        lift(source, why);
    }

    private RiskRules change(Step step, String who, String why) {
        return control.change(new RiskChange(step, who, bounded(why), clock.instant()));
    }

    /**
     * Bounds a watchdog's text, which may contain messages of the broker of any length and with
     * line breaks.
     */
    private static String bounded(String why) {
        String line = why.replaceAll("\\p{Cntrl}+", " ").strip();
        String kept = line.substring(0, Math.min(line.length(), Restriction.MAX_CHARS));
        return kept.isEmpty() ? "no reason given" : kept;
    }
}
