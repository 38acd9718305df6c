package dev.lockstep.contracts.store.risk;

import static dev.lockstep.contracts.store.risk.RiskFixture.FIVE_OPEN;
import static dev.lockstep.contracts.store.risk.RiskFixture.change;
import static dev.lockstep.contracts.store.risk.RiskFixture.exposureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.risk.Exposure;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits and restrictions: kept as they were set, with every change, and seen from anywhere. */
public interface RiskRulesContract extends TestedRisk {
    @Test
    default void without_rules_the_gate_is_shown_that_there_are_none() {
        assertThat(its().exposureOf(its().sample().intent()))
                .isEqualTo(Exposure.under(RiskRules.NONE));
    }

    @ParameterizedTest
    @EnumSource(LimitName.class)
    default void a_limit_of_each_name_comes_back_as_it_was_set(LimitName name) {
        RiskLimit limit = name.read(example(name));
        if (name.ofStrategyOnly()) {
            assertThatThrownBy(() -> change(new Step.SetLimit(limit)))
                    .isInstanceOf(InvalidValueException.class);
            return;
        }

        riskControl().change(change(new Step.SetLimit(limit)));

        assertThat(controlElsewhere().rules().limits()).isEqualTo(RiskLimits.of(limit));
        riskControl().change(change(new Step.ClearLimit(name)));
        assertThat(controlElsewhere().rules()).isEqualTo(RiskRules.NONE);
    }

    /** A value of each limit, for tests. */
    private static String example(LimitName name) {
        return switch (name) {
            case MAX_ORDER_VALUE, MAX_POSITION_VALUE, MAX_DAILY_LOSS -> "1000.25";
            case MAX_ORDER_QTY -> "0.5";
            case MAX_OPEN_ORDERS -> "7";
            case PRICE_COLLAR -> "2.5%";
            case DUPLICATE_WINDOW -> "90s";
            case MAX_ORDER_RATE -> "10/1m";
            case ALLOWED_SYMBOLS, DENIED_SYMBOLS -> "AAPL,BRK.B,BTC/USD";
            case WASH_TRADES, MARGIN -> "deny";
            case CAPITAL_BUDGET -> "20000";
        };
    }

    @Test
    default void every_change_is_kept_and_one_that_changes_nothing_is_not() {
        RiskChange set = change(new Step.SetLimit(FIVE_OPEN));
        RiskChange halt = change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
        RiskChange clear = change(new Step.ClearLimit(LimitName.MAX_OPEN_ORDERS));

        riskControl().change(set);
        riskControl().change(set);
        riskControl().change(halt);
        riskControl().change(clear);
        riskControl().change(clear);

        assertThat(riskControl().changes(10)).containsExactly(clear, halt, set);
        assertThat(riskControl().changes(1)).containsExactly(clear);
        assertThatThrownBy(() -> riskControl().changes(0))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    default void changes_are_paged_by_time_and_a_page_has_all_of_its_last_instant() {
        RiskChange first = at(0, new Step.SetLimit(FIVE_OPEN));
        RiskChange halt = at(1, new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED));
        RiskChange clear = at(1, new Step.ClearLimit(LimitName.MAX_OPEN_ORDERS));
        RiskChange lift = at(2, new Step.Lift(Restriction.OPERATOR));
        Stream.of(first, halt, clear, lift).forEach(riskControl()::change);

        assertThat(riskControl().changes(lift.at().plusNanos(1), 2))
                .containsExactly(lift, clear, halt);
        assertThat(riskControl().changes(halt.at(), 2)).containsExactly(first);
        assertThat(riskControl().changes(first.at(), 2)).isEmpty();
        assertThatThrownBy(() -> riskControl().changes(first.at(), 0))
                .isInstanceOf(InvalidValueException.class);
    }

    private static RiskChange at(int second, Step step) {
        return new RiskChange(step, "tester", "because", SampleOrders.START.plusSeconds(second));
    }

    @Test
    default void the_strictest_restriction_counts_and_each_is_lifted_by_its_own_source() {
        its().restrict("sync-watchdog", TradingState.REDUCING);
        its().restrict(Restriction.OPERATOR, TradingState.HALTED);
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.HALTED);

        riskControl().change(change(new Step.Lift(Restriction.OPERATOR)));
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.REDUCING);
        assertThat(riskControl().rules().restrictions())
                .containsExactly(
                        new Restriction(
                                "sync-watchdog",
                                TradingState.REDUCING,
                                "tester",
                                "because",
                                SampleOrders.START));

        riskControl().change(change(new Step.Lift("sync-watchdog")));
        assertThat(riskControl().rules().state()).isEqualTo(TradingState.ACTIVE);
    }

    @Test
    default void the_next_order_from_anywhere_sees_a_change_of_the_rules() {
        for (int round = 0; round < 20; round++) {
            riskControl()
                    .change(change(new Step.Restrict(Restriction.OPERATOR, TradingState.HALTED)));
            assertThat(exposureOf(elsewhere(), its().sample().intent()).rules().state())
                    .isEqualTo(TradingState.HALTED);
            controlElsewhere().change(change(new Step.Lift(Restriction.OPERATOR)));
            assertThat(exposureOf(repository(), its().sample().intent()).rules().state())
                    .isEqualTo(TradingState.ACTIVE);
        }
    }
}
