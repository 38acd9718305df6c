package dev.lockstep.domain.usecase.adjust;

import dev.lockstep.domain.account.ActivityId;
import dev.lockstep.domain.adjustment.Adjustment;
import dev.lockstep.domain.adjustment.AdjustmentKind;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.NetQuantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares an entry of the broker with what is stored of it: a broker that cancels or corrects an
 * entry shows it again under its name, with other amounts. The difference is stored as an
 * adjustment of its own; what was stored stays as it was.
 */
final class Corrections {
    private Corrections() {}

    /**
     * Returns the adjustments by which what is stored becomes what the broker shows now; none where
     * it is the same, or where the broker's entry cannot be read.
     *
     * @param stored all that is stored of the entry, oldest first; not empty
     */
    static List<Adjustment> of(Adjustment shown, List<Adjustment> stored) {
        if (shown.unreadable()) {
            return List.of();
        }
        Map<Part, Difference> differences = new LinkedHashMap<>();
        stored.forEach(each ->
                differences.merge(Part.of(each), Difference.of(each).opposite(), Difference::plus));
        differences.merge(Part.of(shown), Difference.of(shown), Difference::plus);
        List<Adjustment> corrections = new ArrayList<>();
        differences.forEach((part, difference) -> {
            if (!difference.none()) {
                ActivityId id = shown.id().revision(stored.size() + corrections.size());
                corrections.add(correction(id, shown, part, difference, stored));
            }
        });
        return corrections;
    }

    private static Adjustment correction(
            ActivityId id,
            Adjustment shown,
            Part part,
            Difference difference,
            List<Adjustment> stored) {
        Adjustment before =
                stored.stream()
                        .filter(each -> Part.of(each).equals(part))
                        .findFirst()
                        .orElse(shown);
        return new Adjustment(
                id,
                part.kind(),
                shown.type(),
                part.symbol(),
                difference.quantity(),
                difference.cash(),
                before.price(),
                before.orderId(),
                "corrects " + shown.id() + (shown.text().isBlank() ? "" : ": " + shown.text()),
                shown.at(),
                shown.payload());
    }

    /**
     * The key of an amount.
     *
     * @param kind the kind
     * @param symbol the instrument, null if none
     */
    private record Part(AdjustmentKind kind, @Nullable Symbol symbol) {
        static Part of(Adjustment adjustment) {
            return new Part(adjustment.kind(), adjustment.symbol());
        }
    }

    /**
     * The missing amount.
     *
     * @param quantity shares or coins
     * @param cash dollars
     */
    private record Difference(NetQuantity quantity, Money cash) {
        static Difference of(Adjustment adjustment) {
            return new Difference(adjustment.quantity(), adjustment.cash());
        }

        Difference plus(Difference more) {
            return new Difference(quantity.plus(more.quantity), cash.plus(more.cash));
        }

        Difference opposite() {
            return new Difference(quantity.opposite(), new Money(cash.value().negate()));
        }

        boolean none() {
            return quantity.flat() && cash.equals(Money.ZERO);
        }
    }
}
