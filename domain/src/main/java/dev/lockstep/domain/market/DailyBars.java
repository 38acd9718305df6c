package dev.lockstep.domain.market;

import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bars of the last two days in which an instrument traded, not adjusted for later splits.
 *
 * @param last the bar of the last day, which may be still growing
 * @param before the bar of the day before, null if there is none
 */
public record DailyBars(Bar last, @Nullable Bar before) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * Returns the price at the last close before a day: of an instrument that has not traded yet on
     * that day the last one, else the one before. A day of crypto begins at midnight UTC, some
     * hours before the day in New York; the close is then the open of the bar before.
     *
     * @param today the day in New York
     */
    public Optional<Price> lastClose(LocalDate today) {
        if (day(last).isBefore(today)) {
            return Optional.of(last.close());
        }
        if (before == null) {
            return Optional.empty();
        }
        return Optional.of(day(before).isBefore(today) ? before.close() : before.open());
    }

    private static LocalDate day(Bar bar) {
        return LocalDate.ofInstant(bar.from(), zone(bar.symbol()));
    }

    private static ZoneId zone(Symbol symbol) {
        return symbol.assetClass() == AssetClass.CRYPTO ? ZoneOffset.UTC : NEW_YORK;
    }
}
