package dev.lockstep.simulator;

import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fees of each trade: its own, and its share of the regulatory fees that are charged once a day.
 * The shares of a day add up to its fees.
 */
final class TradeFees {
    private static final int SHARE_SCALE_DIGITS = 9;

    private final Map<UUID, NonTradeActivity> own = new HashMap<>();
    private final Map<UUID, BigDecimal> shares = new HashMap<>();

    /**
     * Assigns fees to trades.
     *
     * @param trades oldest first
     * @param activities oldest first
     */
    TradeFees(List<Execution> trades, List<NonTradeActivity> activities) {
        Map<String, Deque<Execution>> uncharged = new HashMap<>();
        for (NonTradeActivity activity : activities) {
            if (activity.feeOfTrade()) {
                own.put(activity.id(), activity);
            } else if (activity.regulatory()) {
                String kind = String.valueOf(activity.subType());
                Deque<Execution> left =
                        uncharged.computeIfAbsent(kind, _ -> new ArrayDeque<>(stockSales(trades)));
                share(activity, salesBefore(left, activity.at()));
            }
        }
    }

    /** Returns a trade's fee that was taken in coins. */
    BigDecimal qty(Execution trade) {
        NonTradeActivity fee = own.get(NonTradeActivity.feeId(trade.id()));
        return fee == null ? BigDecimal.ZERO : fee.received().negate();
    }

    /** Returns all fees of a trade in dollars. */
    BigDecimal dollars(Execution trade) {
        NonTradeActivity fee = own.get(NonTradeActivity.feeId(trade.id()));
        BigDecimal share = shares.getOrDefault(trade.id(), BigDecimal.ZERO);
        return fee == null ? share : share.add(dollars(fee));
    }

    /** Returns a fee in dollars; one taken in coins at the price of its trade. */
    static BigDecimal dollars(NonTradeActivity fee) {
        BigDecimal price = fee.price();
        BigDecimal qty = fee.qty();
        BigDecimal received =
                qty == null || price == null
                        ? fee.netAmount()
                        : fee.netAmount().add(qty.multiply(price));
        return received.negate();
    }

    private static List<Execution> stockSales(List<Execution> trades) {
        return trades.stream()
                .filter(trade -> trade.side() == Side.SELL && !trade.symbol().contains("/"))
                .toList();
    }

    /** Removes the sales of the days before a time, and returns them. */
    private static List<Execution> salesBefore(Deque<Execution> left, Instant at) {
        List<Execution> before = new ArrayList<>();
        LocalDate day = day(at);
        while (!left.isEmpty() && day(left.getFirst().at()).isBefore(day)) {
            before.add(left.removeFirst());
        }
        return before;
    }

    private void share(NonTradeActivity fee, List<Execution> sales) {
        boolean byValue = "REG".equals(fee.subType());
        BigDecimal whole =
                sales.stream()
                        .map(sale -> weight(sale, byValue))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = dollars(fee);
        for (int index = 0; index < sales.size(); index++) {
            Execution sale = sales.get(index);
            BigDecimal share =
                    index == sales.size() - 1
                            ? left
                            : dollars(fee)
                                    .multiply(weight(sale, byValue))
                                    .divide(whole, SHARE_SCALE_DIGITS, RoundingMode.HALF_EVEN);
            shares.merge(sale.id(), share, BigDecimal::add);
            left = left.subtract(share);
        }
    }

    private static BigDecimal weight(Execution sale, boolean byValue) {
        return byValue ? sale.qty().multiply(sale.price()) : sale.qty();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ExchangeCalendar.NEW_YORK);
    }
}
