package dev.lockstep.persistence.sqlite.legacy;

import dev.lockstep.domain.legacy.ImportNote.Kind;
import dev.lockstep.domain.order.ExitLeg;
import dev.lockstep.domain.order.OrderClass;
import dev.lockstep.domain.order.OrderType;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.persistence.sqlite.legacy.Ba2Words.Shape;

/** Reads at what prices an order of a BA2 database trades; a word alone does not tell. */
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
                            "order_type", "TRAILING_STOP", "a type of which BA2 keeps all prices");
            case BY_PRICES -> throw new IllegalStateException("a shape that was to be decided");
        };
    }

    /** What hangs on it; BA2 itself puts the limit of the other exit half a percent behind it. */
    OrderClass orderClass() {
        return shape == Shape.ONE_CANCELS_OTHER
                ? new OrderClass.OneCancelsOther(
                        new ExitLeg.StopLoss(numbers.requiredPrice(STOP), null))
                : new OrderClass.Simple();
    }

    private Shape shape() {
        String word = cells.text("order_type");
        Shape said = Ba2Words.shape(word == null ? "" : Ba2Words.name(word)).orElse(null);
        Shape byPrices = byPrices();
        if (said == null) {
            notes.add(
                    Kind.UNKNOWN_WORD,
                    "order_type",
                    word == null ? "nothing" : word,
                    "taken for " + byPrices + " by its prices");
            return byPrices;
        }
        if (said == Shape.ONE_CANCELS_OTHER && byPrices == Shape.STOP_LIMIT) {
            return said;
        }
        boolean exit = said == Shape.ONE_CANCELS_OTHER || said == Shape.BY_PRICES;
        if (exit && byPrices == Shape.MARKET) {
            return Shape.LIMIT; // An exit without a price: the missing one is named.
        }
        return exit ? byPrices : said;
    }

    private Shape byPrices() {
        if (cells.has(LIMIT)) {
            return cells.has(STOP) ? Shape.STOP_LIMIT : Shape.LIMIT;
        }
        return cells.has(STOP) ? Shape.STOP : Shape.MARKET;
    }
}
