package dev.lockstep.simulator.exchange.ledger;

import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Bar;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/**
 * Share splits of an asset, which convert the prices and volumes of replayed bars: a bar file does
 * not know the splits that took place during its replay.
 *
 * @param taken the splits, oldest first
 */
public record Splits(Asset asset, List<LedgerEntry.CorporateActionTaken> taken) {
    public Splits {
        taken = List.copyOf(taken);
    }

    /** Returns the splits of an asset among the corporate actions of all assets. */
    public static Splits of(Asset asset, List<LedgerEntry.CorporateActionTaken> actions) {
        return new Splits(asset, actions.stream().filter(action -> splits(action, asset)).toList());
    }

    private static boolean splits(LedgerEntry.CorporateActionTaken taken, Asset asset) {
        return taken.action().kind() != CorporateAction.Kind.CASH_DIVIDEND
                && taken.action().symbol().equals(asset.symbol());
    }

    /** Returns the price after one split, in the asset's price increment. */
    public static BigDecimal price(
            Asset asset, BigDecimal price, BigDecimal oldRate, BigDecimal newRate) {
        BigDecimal exact =
                price.multiply(oldRate)
                        .divide(newRate, Decimals.QTY_SCALE_DIGITS, RoundingMode.HALF_UP);
        BigDecimal tick = asset.tick(exact);
        return exact.setScale(tick.scale(), RoundingMode.HALF_UP).max(tick);
    }

    /** Returns the splits before a time. */
    public Splits before(Instant time) {
        return only(split -> split.at().isBefore(time));
    }

    /** Returns the splits that the prices of a bar show: those up to the minute of its start. */
    public Splits shownBy(Bar bar) {
        return only(split -> !bar.start().isBefore(split.at().truncatedTo(ChronoUnit.MINUTES)));
    }

    private Splits only(Predicate<LedgerEntry.CorporateActionTaken> condition) {
        return taken.isEmpty()
                ? this
                : new Splits(asset, taken.stream().filter(condition).toList());
    }

    /** Returns a price of a bar file after these splits. */
    public BigDecimal price(BigDecimal price) {
        BigDecimal oldRate = BigDecimal.ONE;
        BigDecimal newRate = BigDecimal.ONE;
        for (LedgerEntry.CorporateActionTaken split : taken) {
            oldRate = oldRate.multiply(split.action().oldRate());
            newRate = newRate.multiply(split.action().newRate());
        }
        return taken.isEmpty() ? price : price(asset, price, oldRate, newRate);
    }

    /** Returns a quantity of shares after these splits. */
    public BigDecimal qty(BigDecimal qty) {
        BigDecimal converted = qty;
        for (LedgerEntry.CorporateActionTaken split : taken) {
            converted =
                    Decimals.qty(
                            converted.multiply(split.action().newRate()), split.action().oldRate());
        }
        return converted;
    }

    /** Returns a bar of a file after these splits. */
    public Bar bar(Bar bar) {
        return taken.isEmpty()
                ? bar
                : new Bar(
                        bar.start(),
                        bar.end(),
                        price(bar.open()),
                        price(bar.high()),
                        price(bar.low()),
                        price(bar.close()),
                        qty(bar.volume()));
    }
}
