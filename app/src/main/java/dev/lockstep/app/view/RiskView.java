package dev.lockstep.app.view;

import dev.lockstep.app.view.body.risk.RiskChangeBody;
import dev.lockstep.app.view.body.risk.RiskReportBody;
import dev.lockstep.app.view.body.risk.UsedRulesBody;
import dev.lockstep.domain.money.GroupedNumber;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.ShownValue;
import dev.lockstep.domain.value.TimeSpan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Limits and restrictions as tables and sentences, and their report. */
public final class RiskView {
    private RiskView() {}

    /** Returns one line such as {@code trading is halted by ann: maintenance}. */
    public static String state(RiskRules rules) {
        String held =
                rules.restrictions().stream()
                        .map(RiskView::described)
                        .collect(Collectors.joining("; "));
        return held.isEmpty() ? "trading is " + ShownValue.of(rules.state()) : "trading is " + held;
    }

    /**
     * Returns every limit of the account, also the ones that are not set.
     *
     * @param uses the number of orders that a limit counts
     */
    public static Table limits(RiskRules rules, Map<LimitName, Integer> uses) {
        Table limits = new Table("limit", "value", "");
        for (LimitName name : LimitName.values()) {
            if (!name.ofStrategyOnly()) {
                RiskLimit limit = rules.limits().byName().get(name);
                limits.row(
                        name.word(),
                        limit == null ? "not set" : value(limit),
                        limit == null ? name.expected() : use(limit, uses));
            }
        }
        return limits;
    }

    /**
     * Returns the limits that are set for strategies, and their pauses.
     *
     * @param uses the number of orders that a limit of each strategy counts
     */
    public static Table strategies(RiskRules rules, Map<StrategyId, Map<LimitName, Integer>> uses) {
        Table table = new Table("strategy", "limit", "value", "");
        rules.strategies()
                .forEach((strategy, own) -> {
                    for (Restriction pause : own.restrictions()) {
                        table.row(strategy, "paused", pause.who(), pause.why());
                    }
                    for (RiskLimit limit : own.limits()) {
                        table.row(
                                strategy,
                                limit.name().word(),
                                value(limit),
                                use(limit, uses.getOrDefault(strategy, Map.of())));
                    }
                });
        return table;
    }

    /** Returns the value of a limit; dollars and counts are grouped. */
    public static String value(RiskLimit limit) {
        return switch (limit) {
            case RiskLimit.MaxOrderValue(Money max) -> dollars(max);
            case RiskLimit.MaxPositionValue(Money max) -> dollars(max);
            case RiskLimit.MaxDailyLoss(Money max) -> dollars(max);
            case RiskLimit.CapitalBudget(Money max) -> dollars(max);
            case RiskLimit.MaxOrderQty(Quantity max) -> GroupedNumber.exact(max.value());
            case RiskLimit.MaxOpenOrders(int max) -> GroupedNumber.exact(BigDecimal.valueOf(max));
            case RiskLimit.PriceCollar _,
                    RiskLimit.DuplicateWindow _,
                    RiskLimit.MaxOrderRate _,
                    RiskLimit.AllowedSymbols _,
                    RiskLimit.DeniedSymbols _,
                    RiskLimit.NoWashTrades _,
                    RiskLimit.NoMargin _ ->
                    limit.value();
        };
    }

    private static String dollars(Money money) {
        return GroupedNumber.exactDollars(money.value());
    }

    /** Returns the use of a limit, such as {@code 14 of 50 orders}; empty if it is not counted. */
    static String use(RiskLimit limit, Map<LimitName, Integer> uses) {
        Integer used = uses.get(limit.name());
        return switch (limit) {
            case RiskLimit.MaxOpenOrders(int max) when used != null ->
                    used + " of " + max + " orders";
            case RiskLimit.MaxOrderRate rate when used != null ->
                    used
                            + " of "
                            + rate.orders()
                            + " orders in the last "
                            + TimeSpan.words(rate.window());
            default -> "";
        };
    }

    /** Returns the rules with the use of their limits and their last changes. */
    public static RiskReportBody report(
            RiskRules rules,
            Map<LimitName, Integer> uses,
            Map<StrategyId, Map<LimitName, Integer>> strategies,
            List<RiskChange> changes) {
        Map<String, UsedRulesBody> owned = new LinkedHashMap<>();
        rules.strategies()
                .forEach((strategy, own) ->
                        owned.put(
                                strategy.value(),
                                UsedRulesBody.of(
                                        own, strategies.getOrDefault(strategy, Map.of()))));
        return new RiskReportBody(
                UsedRulesBody.of(rules, uses),
                owned,
                changes.stream().map(RiskView::body).toList());
    }

    private static RiskChangeBody body(RiskChange change) {
        return new RiskChangeBody(
                change.at().toString(), described(change.step()), change.who(), change.why());
    }

    /** Returns the changes as a table. */
    public static Table table(List<RiskChange> changes) {
        Table table = new Table("when", "what", "who", "why");
        changes.forEach(change ->
                table.row(change.at(), described(change.step()), change.who(), change.why()));
        return table;
    }

    private static String described(Restriction restriction) {
        String by =
                restriction.source().equals(Restriction.OPERATOR)
                        ? restriction.who()
                        : restriction.source();
        return ShownValue.of(restriction.state()) + " by " + by + ": " + restriction.why();
    }

    /** Returns one change in words. */
    public static String described(Step step) {
        return switch (step) {
            case Step.SetLimit(RiskLimit limit) -> limit.name().word() + " " + limit.value();
            case Step.ClearLimit(LimitName name) -> name.word() + " not set";
            case Step.Restrict(String source, TradingState state) ->
                    source + " " + ShownValue.of(state);
            case Step.Lift(String source) -> source + " lifted";
            case Step.OfStrategy(StrategyId strategy, Step inner) ->
                    "strategy " + strategy + ": " + described(inner);
        };
    }
}
