package dev.lockstep.imports.ba2;

import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.ba2.Ba2Words.Shape;

/**
 * Parser of a BA2 order's type and class; the type name alone is ambiguous, so the prices present
 * are considered too.
 */
final class Ba2Type {
    private static final String LIMIT = "limit_price";
    private static final String STOP = "stop_price";

    private final Cells cells;
    private final Ba2Notes notes;
    private final Ba2Numbers numbers;
    private final Shape shape;

    Ba2Type(Cells cells, Ba2Notes notes, Ba2Numbers numbers) {
        this.cells = cells;
        this.notes = notes;
        this.numbers = numbers;
        this.shape = shape();
    }

    boolean market() {
        return shape == Shape.MARKET;
    }

    OrderType orderType() {
        return switch (shape) {
            case MARKET -> new OrderType.Market();
            case LIMIT, ONE_CANCELS_OTHER -> new OrderType.Limit(numbers.requiredPrice(LIMIT));
            case STOP -> new OrderType.Stop(numbers.requiredPrice(STOP));
            case STOP_LIMIT ->
                    new OrderType.StopLimit(
                            numbers.requiredPrice(STOP), numbers.requiredPrice(LIMIT));
            case TRAILING_STOP ->
                    throw new InvalidValueException(
                            "order_type", "TRAILING_STOP", "a type whose prices BA2 stores");
            case BY_PRICES -> throw new IllegalStateException("unresolved order shape");
        };
    }

    /**
     * Returns the order class; BA2 itself places the stop-loss limit half a percent beyond the
     * stop.
     */
    OrderClass orderClass() {
        return shape == Shape.ONE_CANCELS_OTHER
                ? new OrderClass.OneCancelsOther(
                        new ExitLeg.StopLoss(numbers.requiredPrice(STOP), null))
                : new OrderClass.Simple();
    }

    private Shape shape() {
        String text = cells.text("order_type");
        Shape stated = Ba2Words.shape(text == null ? "" : Ba2Words.name(text)).orElse(null);
        Shape byPrices = byPrices();
        if (stated == null) {
            notes.add(
                    Kind.UNKNOWN_WORD,
                    "order_type",
                    text == null ? "nothing" : text,
                    "read as " + byPrices + " because of its prices");
            return byPrices;
        }
        if (stated == Shape.ONE_CANCELS_OTHER && byPrices == Shape.STOP_LIMIT) {
            return stated;
        }
        boolean exit = stated == Shape.ONE_CANCELS_OTHER || stated == Shape.BY_PRICES;
        if (exit && byPrices == Shape.MARKET) {
            return Shape.LIMIT; // An exit without a price: the missing price is reported.
        }
        return exit ? byPrices : stated;
    }

    private Shape byPrices() {
        if (cells.has(LIMIT)) {
            return cells.has(STOP) ? Shape.STOP_LIMIT : Shape.LIMIT;
        }
        return cells.has(STOP) ? Shape.STOP : Shape.MARKET;
    }
}
