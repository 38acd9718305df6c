package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.position.StrategyPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The profit of a strategy since the last close. */
public final class DayProfit {
    private DayProfit() {}

    /**
     * Returns dollars, negative for a loss; empty if a price is not known. All prices are asked
     * for, so that a caller learns every missing one at once.
     *
     * @param parts what the strategy holds or has traded
     * @param today the day in New York
     * @param price the price at which a side trades now; a long part is valued at what a sale
     *     brings
     * @param lastClose the price at the last close
     */
    public static Optional<Money> of(
            List<StrategyPart> parts,
            LocalDate today,
            BiFunction<Symbol, Side, Optional<Price>> price,
            Function<Symbol, Optional<Price>> lastClose) {
        Money sum = Money.ZERO;
        boolean complete = true;
        for (StrategyPart part : parts) {
            boolean held = !part.netQty().flat();
            boolean heldBefore = !part.atLastClose(today).flat();
            Optional<Price> now =
                    held ? price.apply(part.symbol(), exitSide(part)) : Optional.empty();
            Optional<Price> close = heldBefore ? lastClose.apply(part.symbol()) : Optional.empty();
            complete &= (!held || now.isPresent()) && (!heldBefore || close.isPresent());
            sum = sum.plus(part.dayProfit(today, now.orElse(null), close.orElse(null)));
        }
        return complete ? Optional.of(sum) : Optional.empty();
    }

    private static Side exitSide(StrategyPart part) {
        return part.netQty().value().signum() > 0 ? Side.SELL : Side.BUY;
    }
}
