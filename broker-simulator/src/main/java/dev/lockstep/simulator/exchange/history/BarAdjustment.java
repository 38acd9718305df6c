package dev.lockstep.simulator.exchange.history;

import dev.lockstep.simulator.exchange.ledger.CorporateAction;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Adjustment of earlier prices to corporate actions.
 *
 * @param splits whether for splits, with the volume
 * @param dividends whether for cash dividends
 */
public record BarAdjustment(boolean splits, boolean dividends) {
    /** No adjustment. */
    public static final BarAdjustment RAW = new BarAdjustment(false, false);

    /** Factors of the prices and volumes of a time. */
    record Factors(BigDecimal price, BigDecimal volume) {
        static final Factors NONE = new Factors(BigDecimal.ONE, BigDecimal.ONE);

        boolean none() {
            return equals(NONE);
        }
    }

    /** Parses Alpaca's spelling: kinds separated by commas. */
    public static Optional<BarAdjustment> parse(List<String> kinds) {
        boolean splits = false;
        boolean dividends = false;
        for (String kind : kinds) {
            switch (kind) {
                case "raw", "spin-off" -> {}
                case "split" -> splits = true;
                case "dividend" -> dividends = true;
                case "all" -> {
                    splits = true;
                    dividends = true;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new BarAdjustment(splits, dividends));
    }

    /** Returns the factors for trades in the minutes before a time and the action's own minute. */
    Factors factors(List<LedgerEntry.CorporateActionTaken> actions, Instant time) {
        Factors factors = Factors.NONE;
        for (LedgerEntry.CorporateActionTaken taken : actions) {
            if (time.isBefore(minute(taken))) {
                factors = and(factors, taken.action());
            }
        }
        return factors;
    }

    /** Returns the minute from which on an action shows in the prices. */
    static Instant minute(LedgerEntry.CorporateActionTaken taken) {
        return taken.at().truncatedTo(ChronoUnit.MINUTES);
    }

    private Factors and(Factors so, CorporateAction action) {
        return switch (action.kind()) {
            case FORWARD_SPLIT, REVERSE_SPLIT ->
                    splits
                            ? new Factors(
                                    so.price()
                                            .multiply(action.oldRate())
                                            .divide(action.newRate(), MathContext.DECIMAL64),
                                    so.volume()
                                            .multiply(action.newRate())
                                            .divide(action.oldRate(), MathContext.DECIMAL64))
                            : so;
            case CASH_DIVIDEND -> dividends ? afterDividend(so, action) : so;
        };
    }

    private static Factors afterDividend(Factors so, CorporateAction action) {
        BigDecimal rest = action.closeBefore().subtract(action.dollarsAShare());
        if (rest.signum() <= 0) {
            return so;
        }
        return new Factors(
                so.price().multiply(rest).divide(action.closeBefore(), MathContext.DECIMAL64),
                so.volume());
    }
}
