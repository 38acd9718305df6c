package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.SortedSet;

/** A limit on orders. A limit that is not set is absent. */
public sealed interface RiskLimit {
    /** Returns which limit it is. */
    LimitName name();

    /** Returns its value as text, which {@link LimitName#read} reads back. */
    String value();

    /**
     * The most that one order may be worth.
     *
     * @param max dollars, above zero
     */
    record MaxOrderValue(Money max) implements RiskLimit {
        public MaxOrderValue {
            LimitValues.requirePositive(LimitName.MAX_ORDER_VALUE, max);
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_ORDER_VALUE;
        }

        @Override
        public String value() {
            return max.toString();
        }
    }

    /**
     * The most shares or coins that one order may be for.
     *
     * @param max above zero
     */
    record MaxOrderQty(Quantity max) implements RiskLimit {
        public MaxOrderQty {
            if (max.zero()) {
                throw new InvalidValueException(LimitName.MAX_ORDER_QTY.word(), max, "> 0");
            }
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_ORDER_QTY;
        }

        @Override
        public String value() {
            return max.toString();
        }
    }

    /**
     * Maximum number of orders at the broker at one time; each exit of an order counts as one, from
     * the moment at which the order is stored.
     *
     * @param max 1 to {@value #MAX_COUNT}
     */
    record MaxOpenOrders(int max) implements RiskLimit {
        public MaxOpenOrders {
            LimitValues.requireCount(LimitName.MAX_OPEN_ORDERS, max);
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_OPEN_ORDERS;
        }

        @Override
        public String value() {
            return Integer.toString(max);
        }
    }

    /**
     * The most that the position in one instrument may be worth, long or short, once all open
     * orders on its side have filled.
     *
     * @param max dollars, above zero
     */
    record MaxPositionValue(Money max) implements RiskLimit {
        public MaxPositionValue {
            LimitValues.requirePositive(LimitName.MAX_POSITION_VALUE, max);
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_POSITION_VALUE;
        }

        @Override
        public String value() {
            return max.toString();
        }
    }

    /**
     * Maximum loss of the account since the last close before no new risk is taken.
     *
     * @param max dollars, above zero
     */
    record MaxDailyLoss(Money max) implements RiskLimit {
        public MaxDailyLoss {
            LimitValues.requirePositive(LimitName.MAX_DAILY_LOSS, max);
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_DAILY_LOSS;
        }

        @Override
        public String value() {
            return max.toString();
        }
    }

    /**
     * Maximum distance of a limit price on the wrong side of the last quote: above the ask for a
     * buy, below the bid for a sell.
     *
     * @param percent above 0, at most 100
     */
    record PriceCollar(BigDecimal percent) implements RiskLimit {
        public PriceCollar {
            LimitValues.requirePercent(LimitName.PRICE_COLLAR, percent);
            percent = percent.stripTrailingZeros();
        }

        @Override
        public LimitName name() {
            return LimitName.PRICE_COLLAR;
        }

        @Override
        public String value() {
            return percent.toPlainString() + "%";
        }
    }

    /**
     * For how long the same order again is taken for a mistake: same symbol, side, amount and type
     * under another idempotency key.
     *
     * @param window 1 second to 1 day
     */
    record DuplicateWindow(Duration window) implements RiskLimit {
        public DuplicateWindow {
            Spans.require(LimitName.DUPLICATE_WINDOW, window);
        }

        @Override
        public LimitName name() {
            return LimitName.DUPLICATE_WINDOW;
        }

        @Override
        public String value() {
            return Spans.text(window);
        }
    }

    /**
     * Maximum number of orders sent in a period.
     *
     * @param orders 1 to {@value #MAX_COUNT}
     * @param window 1 second to 1 day, up to now
     */
    record MaxOrderRate(int orders, Duration window) implements RiskLimit {
        public MaxOrderRate {
            LimitValues.requireCount(LimitName.MAX_ORDER_RATE, orders);
            Spans.require(LimitName.MAX_ORDER_RATE, window);
        }

        @Override
        public LimitName name() {
            return LimitName.MAX_ORDER_RATE;
        }

        @Override
        public String value() {
            return orders + "/" + Spans.text(window);
        }
    }

    /**
     * The only instruments that may be traded.
     *
     * @param symbols at least one
     */
    record AllowedSymbols(SortedSet<Symbol> symbols) implements RiskLimit {
        public AllowedSymbols {
            symbols = LimitValues.copied(LimitName.ALLOWED_SYMBOLS, symbols);
        }

        @Override
        public LimitName name() {
            return LimitName.ALLOWED_SYMBOLS;
        }

        @Override
        public String value() {
            return LimitValues.joined(symbols);
        }
    }

    /**
     * Instruments that may not be traded.
     *
     * @param symbols at least one
     */
    record DeniedSymbols(SortedSet<Symbol> symbols) implements RiskLimit {
        public DeniedSymbols {
            symbols = LimitValues.copied(LimitName.DENIED_SYMBOLS, symbols);
        }

        @Override
        public LimitName name() {
            return LimitName.DENIED_SYMBOLS;
        }

        @Override
        public String value() {
            return LimitValues.joined(symbols);
        }
    }

    /**
     * Denies orders against an opposite market or stop order of ours, which the broker would refuse
     * as a wash trade.
     */
    record NoWashTrades() implements RiskLimit {
        static final String WORD = "deny";

        @Override
        public LimitName name() {
            return LimitName.WASH_TRADES;
        }

        @Override
        public String value() {
            return WORD;
        }
    }

    /**
     * The most that the holdings of a strategy and its open orders may be worth together.
     *
     * @param max dollars, above zero
     */
    record CapitalBudget(Money max) implements RiskLimit {
        public CapitalBudget {
            LimitValues.requirePositive(LimitName.CAPITAL_BUDGET, max);
        }

        @Override
        public LimitName name() {
            return LimitName.CAPITAL_BUDGET;
        }

        @Override
        public String value() {
            return max.toString();
        }
    }

    /**
     * Denies buys that the account's cash does not pay for together with all open buys, and short
     * sales.
     */
    record NoMargin() implements RiskLimit {
        static final String WORD = "deny";

        @Override
        public LimitName name() {
            return LimitName.MARGIN;
        }

        @Override
        public String value() {
            return WORD;
        }
    }

    /** The largest number of orders that a limit may name. */
    int MAX_COUNT = 100_000;

    /** The most symbols in one list. */
    int MAX_SYMBOLS = 1_000;
}
