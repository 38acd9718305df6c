package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Text;
import java.time.Instant;

/**
 * One change of limits or restrictions, stored permanently.
 *
 * @param step the change
 * @param who the person or process that made it
 * @param why the reason
 * @param at when
 */
public record RiskChange(Step step, String who, String why, Instant at) {
    /** The most strategies with rules of their own. */
    public static final int MAX_STRATEGIES = 1_000;

    public RiskChange {
        if (step instanceof Step.SetLimit(RiskLimit limit) && limit.name().ofStrategyOnly()) {
            throw new InvalidValueException(
                    "strategy",
                    "not set",
                    "a strategy, because " + limit.name().word() + " is a limit of one strategy");
        }
        Text.printable("who", who, Restriction.MAX_CHARS);
        Text.printable("why", why, Restriction.MAX_CHARS);
    }

    /** The change. */
    public sealed interface Step {
        /**
         * A limit is set, in the place of the one of its name.
         *
         * @param limit the limit
         */
        record SetLimit(RiskLimit limit) implements Step {}

        /**
         * A limit is taken away.
         *
         * @param name which
         */
        record ClearLimit(LimitName name) implements Step {}

        /**
         * A source restricts trading, in the place of what it asked for before.
         *
         * @param source who holds trading back
         * @param state what may still be sent; not {@link TradingState#ACTIVE}
         */
        record Restrict(String source, TradingState state) implements Step {
            public Restrict {
                Restriction.requireSource(source);
                if (state == TradingState.ACTIVE) {
                    throw new InvalidValueException("state", state, "reducing or halted");
                }
            }
        }

        /**
         * A source restricts trading no more.
         *
         * @param source whose restriction ends
         */
        record Lift(String source) implements Step {
            public Lift {
                Restriction.requireSource(source);
            }
        }

        /**
         * A limit or a restriction of one strategy changes.
         *
         * @param strategy the strategy
         * @param step the change; not of a strategy itself
         */
        record OfStrategy(StrategyId strategy, Step step) implements Step {
            public OfStrategy {
                if (step instanceof OfStrategy) {
                    throw new InvalidValueException("step", step, "a change of a limit or pause");
                }
            }
        }
    }

    /** Returns the restriction that this change makes, if it makes one. */
    Restriction restriction(Step.Restrict restrict) {
        return new Restriction(restrict.source(), restrict.state(), who, why, at);
    }

    /** Returns the rules after this change; equal where it changes nothing. */
    public RiskRules appliedTo(RiskRules rules) {
        return RiskSteps.applied(rules, this);
    }
}
