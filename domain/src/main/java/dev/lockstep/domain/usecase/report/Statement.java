package dev.lockstep.domain.usecase.report;

import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.position.DayTrades;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account on one day: its equity before and after, and what changed it.
 *
 * @param day the day in New York
 * @param asOf the time of the closing equity if the day has not ended, null once it has
 * @param opening the equity at the previous close, dollars
 * @param closing the equity at the close or now, dollars
 * @param instruments the positions and trades, by symbol
 * @param flows the dollars booked other than by trades, by kind; shares and coins at the close
 * @param executionsUntil the time up to which all executions are stored, null if unknown
 * @param adjustmentsUntil the time up to which all adjustments are stored, null if unknown
 */
public record Statement(
        LocalDate day,
        @Nullable Instant asOf,
        Money opening,
        Money closing,
        List<Instrument> instruments,
        Map<AdjustmentKind, Money> flows,
        @Nullable Instant executionsUntil,
        @Nullable Instant adjustmentsUntil) {
    /** Executions are fetched once in a while only. */
    private static final Duration SYNC_PAUSE = Duration.ofMinutes(10);

    public Statement {
        instruments = List.copyOf(instruments);
        Map<AdjustmentKind, Money> copy = new EnumMap<>(AdjustmentKind.class);
        copy.putAll(flows);
        flows = Collections.unmodifiableMap(copy);
    }

    /**
     * One instrument on the day.
     *
     * @param symbol the instrument
     * @param openQty the position at the beginning
     * @param closeQty the position at the end
     * @param previousClose the price at the previous close, null if unknown
     * @param close the price at the close or now, null if unknown
     * @param executions the number of executions
     * @param bought dollars paid for shares or coins
     * @param sold dollars received for shares or coins
     * @param result the profit of trades and of changed prices in dollars, without fees; null if a
     *     price is unknown
     */
    public record Instrument(
            Symbol symbol,
            NetQuantity openQty,
            NetQuantity closeQty,
            @Nullable Price previousClose,
            @Nullable Price close,
            int executions,
            Money bought,
            Money sold,
            @Nullable Money result) {}

    /** Returns the time up to which executions and adjustments must be known. */
    public Instant needed() {
        Instant end = DayTrades.startOf(day.plusDays(1));
        return asOf == null ? end : asOf.minus(SYNC_PAUSE);
    }

    /** Returns the change of the equity. */
    public Money change() {
        return closing.plus(opening.negated());
    }

    /** Returns the known results of all instruments. */
    public Money trading() {
        Money sum = Money.ZERO;
        for (Instrument each : instruments) {
            Money result = each.result();
            sum = result == null ? sum : sum.plus(result);
        }
        return sum;
    }

    /** Returns the part of the change that neither trades and prices nor bookings explain. */
    public Money unexplained() {
        Money booked = flows.values().stream().reduce(Money.ZERO, Money::plus);
        return change().plus(trading().negated()).plus(booked.negated());
    }

    /** Returns the instruments whose result is unknown. */
    public List<Symbol> unpriced() {
        return instruments.stream()
                .filter(each -> each.result() == null)
                .map(Instrument::symbol)
                .toList();
    }
}
