package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.Likeness;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The limits, with their names and the format of their values. */
public enum LimitName {
    /** Maximum value of one order: {@link RiskLimit.MaxOrderValue}. */
    MAX_ORDER_VALUE("dollars, such as 10000") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.MaxOrderValue(Money.of(text));
        }
    },
    /** Maximum quantity of one order: {@link RiskLimit.MaxOrderQty}. */
    MAX_ORDER_QTY("shares or coins, such as 500") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.MaxOrderQty(Quantity.requested(word(), text));
        }
    },
    /** Maximum number of open orders: {@link RiskLimit.MaxOpenOrders}. */
    MAX_OPEN_ORDERS("a number of orders, such as 50") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.MaxOpenOrders(count(text));
        }
    },
    /** Maximum value of a position: {@link RiskLimit.MaxPositionValue}. */
    MAX_POSITION_VALUE("dollars, such as 25000") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.MaxPositionValue(Money.of(text));
        }
    },
    /** Maximum loss in a day: {@link RiskLimit.MaxDailyLoss}. */
    MAX_DAILY_LOSS("dollars, such as 1000") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.MaxDailyLoss(Money.of(text));
        }
    },
    /** Maximum distance of a price from the market: {@link RiskLimit.PriceCollar}. */
    PRICE_COLLAR("percent, such as 5%") {
        @Override
        RiskLimit limit(String text) {
            String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
            return new RiskLimit.PriceCollar(decimal(number));
        }
    },
    /** Minimum time between identical orders: {@link RiskLimit.DuplicateWindow}. */
    DUPLICATE_WINDOW("a time, such as 10s or 5m") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.DuplicateWindow(Spans.read(this, text));
        }
    },
    /** Maximum number of orders in a period: {@link RiskLimit.MaxOrderRate}. */
    MAX_ORDER_RATE("orders in a time, such as 10/1s") {
        @Override
        RiskLimit limit(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw wrong(text);
            }
            return new RiskLimit.MaxOrderRate(
                    count(text.substring(0, slash)), Spans.read(this, text.substring(slash + 1)));
        }
    },
    /** Allowed symbols: {@link RiskLimit.AllowedSymbols}. */
    ALLOWED_SYMBOLS("symbols, such as AAPL,MSFT") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.AllowedSymbols(symbols(text));
        }
    },
    /** Denied symbols: {@link RiskLimit.DeniedSymbols}. */
    DENIED_SYMBOLS("symbols, such as GME,AMC") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.DeniedSymbols(symbols(text));
        }
    },
    /** Whether our orders may trade with each other: {@link RiskLimit.NoWashTrades}. */
    WASH_TRADES("deny") {
        @Override
        RiskLimit limit(String text) {
            if (!text.equals(RiskLimit.NoWashTrades.WORD)) {
                throw wrong(text);
            }
            return new RiskLimit.NoWashTrades();
        }
    },
    /**
     * Maximum value of the holdings and open orders of a strategy: {@link RiskLimit.CapitalBudget}.
     */
    CAPITAL_BUDGET("dollars, such as 20000") {
        @Override
        RiskLimit limit(String text) {
            return new RiskLimit.CapitalBudget(Money.of(text));
        }
    },
    /** Whether entries may use borrowed money or shares: {@link RiskLimit.NoMargin}. */
    MARGIN("deny") {
        @Override
        RiskLimit limit(String text) {
            if (!text.equals(RiskLimit.NoMargin.WORD)) {
                throw wrong(text);
            }
            return new RiskLimit.NoMargin();
        }
    };

    private final String expected;

    LimitName(String expected) {
        this.expected = expected;
    }

    abstract RiskLimit limit(String text);

    /**
     * Returns the limit of this name, written as {@link #word} or as in Java.
     *
     * @throws InvalidValueException if there is none; it names a similar one, and all of them
     */
    public static LimitName of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(word));
    }

    private static InvalidValueException unknown(String word) {
        List<String> words = Arrays.stream(values()).map(LimitName::word).toList();
        return new InvalidValueException(
                "limit",
                word.isEmpty() ? "empty" : word,
                Likeness.near(word, words).map(name -> name + "? All: ").orElse("")
                        + String.join(", ", words));
    }

    /** Returns the limit of this name with the value that a person wrote. */
    public RiskLimit read(String text) {
        try {
            return limit(text.strip());
        } catch (InvalidValueException wrong) {
            throw wrong.in(word());
        }
    }

    /** Returns the name as people write it, such as {@code max-order-value}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether it can only be set for a strategy, not for the account. */
    public boolean ofStrategyOnly() {
        return this == CAPITAL_BUDGET;
    }

    /** Returns the format of a value. */
    public String expected() {
        return expected;
    }

    int count(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw wrong(text);
        }
    }

    BigDecimal decimal(String text) {
        return Money.of(text).value();
    }

    static SortedSet<Symbol> symbols(String text) {
        SortedSet<Symbol> symbols = new TreeSet<>();
        for (String symbol : text.split(",", -1)) {
            symbols.add(Symbol.typed(symbol));
        }
        return symbols;
    }

    InvalidValueException wrong(String text) {
        return new InvalidValueException(word(), text.isEmpty() ? "empty" : text, expected);
    }
}
