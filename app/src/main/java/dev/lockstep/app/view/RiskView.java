package dev.lockstep.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.domain.order.id.StrategyId;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskChange;
import dev.lockstep.domain.risk.limit.RiskChange.Step;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.value.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Limits and restrictions, for people and as JSON. */
public final class RiskView {
    private RiskView() {}

    /** Returns one line such as {@code HALTED by ann: maintenance}. */
    public static String state(RiskRules rules) {
        String held =
                rules.restrictions().stream()
                        .map(RiskView::described)
                        .collect(Collectors.joining("; "));
        return held.isEmpty() ? "trading is " + rules.state() : "trading is " + held;
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
                        limit == null ? "not set" : limit.value(),
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
                                limit.value(),
                                use(limit, uses.getOrDefault(strategy, Map.of())));
                    }
                });
        return table;
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

    /** Returns the JSON for programs. */
    public static ObjectNode json(RiskRules rules) {
        ObjectNode node = own(rules);
        ObjectNode strategies = node.putObject("strategies");
        rules.strategies().forEach((strategy, its) -> strategies.set(strategy.value(), own(its)));
        return node;
    }

    /** Returns the JSON with the number of orders that each limit counts. */
    public static ObjectNode json(
            RiskRules rules,
            Map<LimitName, Integer> uses,
            Map<StrategyId, Map<LimitName, Integer>> strategies) {
        ObjectNode node = json(rules);
        putUses(node, uses);
        strategies.forEach((strategy, used) -> {
            if (node.path("strategies").get(strategy.value()) instanceof ObjectNode own) {
                putUses(own, used);
            }
        });
        return node;
    }

    /** Returns the JSON of the rules of one strategy with the number of orders that they count. */
    public static ObjectNode own(RiskRules rules, Map<LimitName, Integer> uses) {
        ObjectNode node = own(rules);
        putUses(node, uses);
        return node;
    }

    private static void putUses(ObjectNode node, Map<LimitName, Integer> uses) {
        ObjectNode used = node.putObject("used");
        uses.forEach((name, count) -> used.put(name.word(), count));
    }

    /** Returns the JSON of the rules without those of strategies. */
    public static ObjectNode own(RiskRules rules) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", rules.state().name());
        ArrayNode restrictions = node.putArray("restrictions");
        for (Restriction restriction : rules.restrictions()) {
            restrictions
                    .addObject()
                    .put("source", restriction.source())
                    .put("state", restriction.state().name())
                    .put("who", restriction.who())
                    .put("why", restriction.why())
                    .put("since", restriction.since().toString());
        }
        ObjectNode limits = node.putObject("limits");
        rules.limits().forEach(limit -> limits.put(limit.name().word(), limit.value()));
        return node;
    }

    /** Returns the JSON for programs. */
    public static ArrayNode json(List<RiskChange> changes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (RiskChange change : changes) {
            array.addObject()
                    .put("at", change.at().toString())
                    .put("what", described(change.step()))
                    .put("who", change.who())
                    .put("why", change.why());
        }
        return array;
    }

    /** Returns the table for people. */
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
        return restriction.state() + " by " + by + ": " + restriction.why();
    }

    private static String described(Step step) {
        return switch (step) {
            case Step.SetLimit(RiskLimit limit) -> limit.name().word() + " " + limit.value();
            case Step.ClearLimit(LimitName name) -> name.word() + " not set";
            case Step.Restrict(String source, TradingState state) -> source + " " + state;
            case Step.Lift(String source) -> source + " lifted";
            case Step.OfStrategy(StrategyId strategy, Step inner) ->
                    "strategy " + strategy + ": " + described(inner);
        };
    }
}
