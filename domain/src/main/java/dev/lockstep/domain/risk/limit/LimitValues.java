package dev.lockstep.domain.risk.limit;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks and formats the values of limits. */
final class LimitValues {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int MAX_PERCENT_DECIMALS = 4;

    private LimitValues() {}

    static void requirePositive(LimitName name, Money max) {
        if (max.compareTo(Money.ZERO) <= 0) {
            throw new InvalidValueException(name.word(), max, "> 0");
        }
    }

    static void requireCount(LimitName name, int count) {
        if (count < 1 || count > RiskLimit.MAX_COUNT) {
            throw new InvalidValueException(name.word(), count, "1 to " + RiskLimit.MAX_COUNT);
        }
    }

    static void requirePercent(LimitName name, BigDecimal percent) {
        if (percent.signum() <= 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > MAX_PERCENT_DECIMALS) {
            throw new InvalidValueException(
                    name.word(),
                    percent,
                    "above 0 and at most 100 percent, at most "
                            + MAX_PERCENT_DECIMALS
                            + " decimals");
        }
    }

    static SortedSet<Symbol> copied(LimitName name, SortedSet<Symbol> symbols) {
        if (symbols.isEmpty() || symbols.size() > RiskLimit.MAX_SYMBOLS) {
            throw new InvalidValueException(
                    name.word(),
                    symbols.size() + " symbols",
                    "1 to " + RiskLimit.MAX_SYMBOLS + " symbols");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(symbols));
    }

    static String joined(SortedSet<Symbol> symbols) {
        return symbols.stream().map(Symbol::value).collect(Collectors.joining(","));
    }
}
