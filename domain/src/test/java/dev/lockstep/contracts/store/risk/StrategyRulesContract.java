package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.BUDGET;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.MEAN;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.TREND;
import static dev.lockstep.contracts.store.risk.StrategyRiskFixture.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;

/** Limits of a strategy: kept as they were set, and shown to the gates of its own orders only. */
public interface StrategyRulesContract extends TestedStrategyRisk {
    @Test
    default void limits_of_a_strategy_come_back_and_each_change_is_kept() {
        RiskChange set = change(TREND, new Step.SetLimit(BUDGET));
        RiskChange pause =
                change(TREND, new Step.Restrict(Restriction.OPERATOR, TradingState.REDUCING));

        riskControl().change(set);
        riskControl().change(set);
        riskControl().change(pause);

        RiskRules own = riskControl().rules().of(TREND);
        assertThat(own.limits()).containsExactly(BUDGET);
        assertThat(own.state()).isEqualTo(TradingState.REDUCING);
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
        assertThat(riskControl().changes(10)).containsExactly(pause, set);
        riskControl().change(change(TREND, new Step.ClearLimit(LimitName.CAPITAL_BUDGET)));
        riskControl().change(change(TREND, new Step.Lift(Restriction.OPERATOR)));
        assertThat(riskControl().rules()).isEqualTo(RiskRules.NONE);
    }

    @Test
    default void a_budget_is_a_limit_of_a_strategy_only() {
        assertThatThrownBy(() ->
                        new RiskChange(new Step.SetLimit(BUDGET), "ann", "why", SampleOrders.START))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("strategy: not set");
    }

    @Test
    default void a_gate_is_shown_the_rules_of_its_own_strategy_only() {
        its().set(TREND, FIVE_OPEN);
        its().set(MEAN, BUDGET);

        assertThat(
                        its().exposureOf(its().order(TREND, Side.BUY, "1"))
                                .rules()
                                .strategies()
                                .keySet())
                .containsExactly(TREND);
        assertThat(its().exposureOf(its().order(null, Side.BUY, "1")))
                .isEqualTo(Exposure.under(RiskRules.NONE));
    }
}
