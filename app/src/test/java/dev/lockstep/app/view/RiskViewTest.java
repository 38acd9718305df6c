package dev.lockstep.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.app.view.body.BodyTree;
import dev.lockstep.app.view.body.risk.RiskReportBody;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.query.ListStrategies.Snapshot;
import dev.lockstep.domain.usecase.report.MeasureStrategies.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits, restrictions and strategies as tables and as JSON. */
class RiskViewTest {
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");
    private static final StrategyId TREND = new StrategyId("trend");
    private static final Restriction HALT =
            restriction(Restriction.OPERATOR, TradingState.HALTED, "maintenance");
    private static final Restriction STALE =
            restriction(Restriction.SYNC, TradingState.REDUCING, "no sync");
    private static final RiskLimit OPEN = new RiskLimit.MaxOpenOrders(50);
    private static final RiskLimit RATE = new RiskLimit.MaxOrderRate(10, Duration.ofMinutes(1));
    private static final RiskLimit BUDGET = new RiskLimit.CapitalBudget(Money.of("20000"));

    @Test
    void dollars_and_counts_of_limits_are_grouped() {
        assertThat(RiskView.value(BUDGET)).isEqualTo("$20,000.00");
        assertThat(RiskView.value(new RiskLimit.MaxOpenOrders(1_500))).isEqualTo("1,500");
        assertThat(RiskView.value(RATE)).isEqualTo(RATE.value());
    }

    static Stream<Arguments> states() {
        return Stream.of(
                arguments(List.of(), "trading is active"),
                arguments(List.of(HALT), "trading is halted by ann: maintenance"),
                arguments(List.of(STALE), "trading is reducing by sync: no sync"),
                arguments(
                        List.of(STALE, HALT),
                        "trading is halted by ann: maintenance; reducing by sync: no sync"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void the_state_names_each_source_that_restricts_trading(
            List<Restriction> restrictions, String text) {
        assertThat(RiskView.state(new RiskRules(RiskLimits.NONE, restrictions))).isEqualTo(text);
    }

    static Stream<Arguments> uses() {
        Map<LimitName, Integer> counted =
                Map.of(LimitName.MAX_OPEN_ORDERS, 14, LimitName.MAX_ORDER_RATE, 3);
        return Stream.of(
                arguments(OPEN, counted, "14 of 50 orders"),
                arguments(RATE, counted, "3 of 10 orders in the last 1m"),
                arguments(OPEN, Map.of(), ""),
                arguments(RATE, Map.of(), ""),
                arguments(BUDGET, counted, ""));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void only_counted_limits_show_their_use(
            RiskLimit limit, Map<LimitName, Integer> uses, String text) {
        assertThat(RiskView.use(limit, uses)).isEqualTo(text);
    }

    @Test
    void limits_that_are_not_set_show_what_they_expect() {
        List<String> lines =
                RiskView.limits(
                                new RiskRules(RiskLimits.of(OPEN), List.of()),
                                Map.of(LimitName.MAX_OPEN_ORDERS, 14))
                        .lines();

        assertThat(lines)
                .anyMatch(line -> line.matches("max-open-orders +50 +14 of 50 orders"))
                .anyMatch(line -> line.matches("max-order-value +not set +dollars, such as 10000"))
                .noneMatch(line -> line.startsWith("capital-budget"));
    }

    @Test
    void limits_and_pauses_of_strategies_are_listed_with_their_use() {
        List<String> lines =
                RiskView.strategies(rules(), Map.of(TREND, Map.of(LimitName.MAX_OPEN_ORDERS, 2)))
                        .lines();

        assertThat(lines)
                .containsExactly(
                        "strategy  limit            value",
                        "trend     paused           ann    maintenance",
                        "trend     max-open-orders  50     2 of 50 orders");
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                arguments(new Step.SetLimit(RATE), "max-order-rate 10/1m"),
                arguments(
                        new Step.ClearLimit(LimitName.MAX_ORDER_VALUE), "max-order-value not set"),
                arguments(new Step.Restrict("sync", TradingState.REDUCING), "sync reducing"),
                arguments(new Step.Lift("operator"), "operator lifted"),
                arguments(
                        new Step.OfStrategy(TREND, new Step.Restrict("sync", TradingState.HALTED)),
                        "strategy trend: sync halted"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_change_is_described(Step step, String text) {
        RiskChange change = new RiskChange(step, "ann", "test", AT);

        assertThat(RiskView.described(step)).isEqualTo(text);
        assertThat(RiskView.table(List.of(change)).lines().getLast())
                .isEqualTo("2026-01-05 14:30:00Z  " + text + "  ann  test");
    }

    @Test
    void programs_get_the_rules_of_the_account_and_of_each_strategy() {
        RiskReportBody report =
                RiskView.report(
                        rules(),
                        Map.of(LimitName.MAX_OPEN_ORDERS, 14),
                        Map.of(),
                        List.of(new RiskChange(new Step.Lift("sync"), "ann", "again", AT)));

        assertThat(BodyTree.of(report))
                .hasToString(
                        """
                        {"state":"reducing","restrictions":[{"source":"sync","state":"reducing",\
                        "who":"ann","why":"no sync","since":"2026-01-05T14:30:00Z"}],\
                        "limits":{"max-order-rate":"10/1m"},"used":{"max-open-orders":14},\
                        "strategies":{"trend":{"state":"halted","restrictions":[{"source":"operator",\
                        "state":"halted","who":"ann","why":"maintenance",\
                        "since":"2026-01-05T14:30:00Z"}],"limits":{"max-open-orders":"50"},"used":{}}},\
                        "changes":[{"at":"2026-01-05T14:30:00Z","what":"sync lifted","who":"ann",\
                        "why":"again"}]}\
                        """);
    }

    @Test
    void a_strategy_shows_its_budget_in_dollars_and_an_unknown_exposure_as_unknown() {
        assertThat(strategy(Money.of("1500.5"), RiskRules.NONE, OPEN, BUDGET))
                .contains(
                        "active", "1 of 50 orders", "capital-budget 1500.5 of 20000", "$1,500.50");
        assertThat(strategy(null, RiskRules.NONE, BUDGET))
                .contains("unknown", "capital-budget 20000");
    }

    @Test
    void a_paused_strategy_says_by_whom_and_why() {
        assertThat(strategy(Money.ZERO, new RiskRules(RiskLimits.NONE, List.of(HALT))))
                .contains("paused by ann: maintenance")
                .contains("AAPL -3, MSFT 2");
    }

    private static String strategy(
            @Nullable Money exposure, RiskRules restricted, RiskLimit... limits) {
        TreeMap<Symbol, NetQuantity> holdings = new TreeMap<>();
        holdings.put(new Symbol("MSFT"), NetQuantity.of("2"));
        holdings.put(new Symbol("AAPL"), NetQuantity.of("-3"));
        Snapshot snapshot =
                new Snapshot(
                        TREND,
                        new RiskRules(RiskLimits.of(limits), restricted.restrictions()),
                        holdings,
                        Map.of(LimitName.MAX_OPEN_ORDERS, 1));
        return StrategyView.table(
                        List.of(
                                new StrategyView.Measured(
                                        snapshot, Figures.NONE, exposure, LocalDate.EPOCH)))
                .lines()
                .getLast();
    }

    private static RiskRules rules() {
        TreeMap<StrategyId, RiskRules> strategies = new TreeMap<>();
        strategies.put(TREND, new RiskRules(RiskLimits.of(OPEN), List.of(HALT)));
        return new RiskRules(RiskLimits.of(RATE), List.of(STALE), strategies);
    }

    private static Restriction restriction(String source, TradingState state, String why) {
        return new Restriction(source, state, "ann", why, AT);
    }
}
