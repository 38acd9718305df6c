package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.risk.MarketView.BrokerHolding;
import dev.lockstep.domain.risk.MarketView.DayResult;
import dev.lockstep.domain.risk.MarketView.Need;
import dev.lockstep.domain.risk.MarketView.Prices;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.RiskLimits;
import dev.lockstep.domain.risk.limit.RiskRules;
import dev.lockstep.domain.risk.limit.TradingState;
import java.time.Instant;
import java.util.List;

/** Orders, positions and prices in short forms, for tests of the risk check. */
abstract class PreTradeRiskFixture {
    static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
    static final OrderId OTHER = new OrderId("01890000-0000-7000-8000-000000000000");

    /** Bid 99, ask 101; equity 9,000 after 10,000 at the last close; the broker holds nothing. */
    static final MarketView MARKET =
            MarketView.NOTHING
                    .withPrices(seen(new Prices(Price.of("99"), Price.of("101"))))
                    .withDay(seen(new DayResult(Money.of("9000"), Money.of("10000"))))
                    .withHolding(seen(new BrokerHolding(NetQuantity.FLAT, 1)));

    static MarketView brokerHolds(String netQty) {
        return MARKET.withHolding(holding(netQty));
    }

    static Observation<BrokerHolding> holding(String netQty) {
        return seen(new BrokerHolding(NetQuantity.of(netQty), 1));
    }

    static Exposure halted(String held, OpenQuantity open) {
        return book(
                new RiskRules(
                        RiskLimits.NONE, List.of(restriction("operator", TradingState.HALTED))),
                held,
                open);
    }

    static Exposure under(RiskLimit... limits) {
        return flat(rules(limits));
    }

    static Exposure flat(RiskRules rules) {
        return book(rules, "0", OpenQuantity.NONE);
    }

    static Exposure book(RiskRules rules, String held, OpenQuantity open) {
        return new Exposure(rules, NetQuantity.of(held), 1, open, 0, 0, null, null);
    }

    static RiskRules rules(RiskLimit... limits) {
        return new RiskRules(RiskLimits.of(limits), List.of());
    }

    static Restriction restriction(String source, TradingState state) {
        return new Restriction(source, state, "tester", "for " + source, NOW);
    }

    static <T> Observation<T> seen(T value) {
        return new Observation.Seen<>(value, NOW);
    }

    static List<String> texts(Verdict verdict) {
        return ((Verdict.Denied) verdict).denials().stream().map(Denial::toString).toList();
    }

    static List<DenialReason> reasons(Verdict verdict) {
        return ((Verdict.Denied) verdict).denials().stream().map(Denial::reason).toList();
    }

    /** Reads {@code buy 10 limit 100} or {@code sell $500 market}. */
    static NewOrder order(String text) {
        String[] words = text.strip().split(" ", -1);
        OrderAmount amount =
                words[1].startsWith("$")
                        ? new OrderAmount.ByCash(Money.of(words[1].substring(1)))
                        : new OrderAmount.ByQuantity(Quantity.of(words[1]));
        OrderType type =
                words.length > 3 ? new OrderType.Limit(Price.of(words[3])) : new OrderType.Market();
        return new NewOrder(
                        new Symbol("AAPL"),
                        words[0].equals("buy") ? Side.BUY : Side.SELL,
                        Quantity.of("1"),
                        type,
                        TimeInForce.DAY)
                .with(amount);
    }

    static List<Need> needs(NewOrder order, RiskLimit limit) {
        return needs(order, under(limit));
    }

    static List<Need> needs(NewOrder order, Exposure book) {
        return PreTradeRisk.verdict(order, book, MarketView.NOTHING, NOW)
                        instanceof Verdict.Undecided undecided
                ? List.copyOf(undecided.needs())
                : List.of();
    }
}
