package dev.lockstep.imports.ba2;

import dev.lockstep.domain.instrument.PriceIncrement;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.OrderAmount;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.TimeInForce;
import dev.lockstep.domain.order.TradingHours;
import dev.lockstep.domain.order.id.BrokerOrderId;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.imports.ImportNote.Kind;
import dev.lockstep.imports.LegacyOrder;
import dev.lockstep.imports.LegacyRow;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parser of a row of BA2's order table; never throws, whatever the row contains. */
final class Ba2Row {
    private static final String NONE = "none";

    private final long id;
    private final Cells cells;
    private final Ba2Notes notes;
    private final Ba2Numbers numbers;

    private Ba2Row(long id, Cells cells) {
        this.id = id;
        this.cells = cells;
        this.notes = new Ba2Notes(id);
        this.numbers = new Ba2Numbers(cells, notes);
    }

    static LegacyRow read(long id, Cells cells) {
        return new Ba2Row(id, cells).read();
    }

    private LegacyRow read() {
        if (option()) {
            return new LegacyRow.Illegible(
                    id,
                    notes.note(
                            Kind.OPTION,
                            "symbol",
                            String.valueOf(cells.text("symbol")),
                            "options are not traded here"));
        }
        try {
            return new LegacyRow.Legible(order(), notes.all());
        } catch (InvalidValueException wrong) {
            return new LegacyRow.Illegible(
                    id,
                    notes.note(
                            Kind.IMPOSSIBLE,
                            wrong.field(),
                            wrong.value(),
                            "expected: " + wrong.expected()));
        }
    }

    private boolean option() {
        String assetClass = cells.text("asset_class");
        return (assetClass != null && assetClass.toUpperCase(Locale.ROOT).contains("OPTION"))
                || Stream.of("contract_symbol", "option_type", "option_strategy")
                        .anyMatch(cells::has);
    }

    private LegacyOrder order() {
        NewOrder terms = terms();
        String name = Ba2Words.name(textOrNone("status"));
        BrokerOrderId brokerOrderId = brokerOrderId();
        if (brokerOrderId == null && Ba2Words.notSent(name)) {
            notes.add(Kind.NOT_PLACED, "status", name, "place it again if you still need it");
        }
        noteDanglingTransaction();
        Quantity cumQty = numbers.traded("filled_qty");
        return new LegacyOrder(
                id,
                terms,
                status(name),
                brokerOrderId,
                cumQty,
                cumQty.zero() ? null : avgPx(),
                parent(),
                createdAt(),
                Ba2Sql.ORDERS,
                cells.lines());
    }

    private NewOrder terms() {
        Symbol symbol = new Symbol(required("symbol").toUpperCase(Locale.ROOT));
        Side side = side();
        Quantity orderQty = numbers.orderQty("quantity");
        Ba2Type type = new Ba2Type(cells, notes, numbers);
        NewOrder terms =
                new NewOrder(
                        symbol,
                        side,
                        new OrderAmount.ByQuantity(orderQty),
                        type.orderType(),
                        timeInForce(type.market() && !orderQty.whole()),
                        TradingHours.REGULAR,
                        type.orderClass());
        noteOtherSide(side);
        Stream.of("limit_price", "stop_price").forEach(column -> noteOffTick(symbol, column));
        return terms;
    }

    private Side side() {
        String text = required("side");
        return Ba2Words.side(Ba2Words.name(text))
                .orElseThrow(() -> new InvalidValueException("side", text, "BUY or SELL"));
    }

    /**
     * Returns the time in force; if absent, BA2's default: GTC, or DAY for fractional market
     * orders.
     */
    private TimeInForce timeInForce(boolean fractionalMarket) {
        String text = cells.text("good_for");
        TimeInForce standard = fractionalMarket ? TimeInForce.DAY : TimeInForce.GTC;
        if (text == null) {
            return standard;
        }
        Optional<TimeInForce> known = Ba2Words.timeInForce(Ba2Words.name(text));
        if (known.isEmpty()) {
            notes.add(Kind.UNKNOWN_WORD, "good_for", text, "BA2's default is used: " + standard);
        }
        return known.orElse(standard);
    }

    private void noteOtherSide(Side side) {
        String type = textOrNone("order_type");
        Optional<Side> other = Ba2Words.sideOfType(Ba2Words.name(type));
        if (other.isPresent() && other.get() != side) {
            notes.add(Kind.SIDE_DIFFERS, "order_type", type, "the side counts: " + side);
        }
    }

    private void noteOffTick(Symbol symbol, String column) {
        PriceIncrement increment = PriceIncrement.of(symbol.assetClass());
        Price price = new Ba2Numbers(cells, new Ba2Notes(id)).priceIfAny(column);
        if (price != null && !increment.allows(price)) {
            notes.add(
                    Kind.PRICE_OFF_TICK,
                    column,
                    price,
                    "kept as it is; the broker takes " + increment.neighbours(price));
        }
    }

    private ReportedStatus status(String name) {
        if (!Ba2Words.knownStatus(name)) {
            notes.add(Kind.UNKNOWN_WORD, "status", name, "the broker will be asked");
        }
        String kept = printable(name, ReportedStatus.MAX_CHARS);
        return Ba2Words.status(name)
                .<ReportedStatus>map(status -> new ReportedStatus.Known(kept, status))
                .orElseGet(() -> new ReportedStatus.Unrecognized(kept));
    }

    private @Nullable BrokerOrderId brokerOrderId() {
        String text = cells.text("broker_order_id");
        try {
            return text == null || text.equals("None") ? null : new BrokerOrderId(text);
        } catch (InvalidValueException wrong) {
            notes.add(Kind.NO_VALUE, "broker_order_id", wrong.value(), "left out");
            return null;
        }
    }

    /** Databases of October 2025 have a separate column for the average price. */
    private @Nullable Price avgPx() {
        return numbers.priceIfAny(
                cells.has("filled_avg_price") ? "filled_avg_price" : "open_price");
    }

    private LegacyOrder.@Nullable Link parent() {
        for (String column : new String[] {"parent_order_id", "depends_on_order"}) {
            Long other = numbers.id(column);
            if (other != null) {
                return new LegacyOrder.Link(column, other);
            }
        }
        return null;
    }

    private void noteDanglingTransaction() {
        Object transaction = cells.value("transaction_id");
        if (transaction != null && !cells.has(Ba2Sql.TRANSACTION_FOUND)) {
            notes.add(Kind.DANGLING, "transaction_id", transaction, "no such row; not needed");
        }
    }

    private @Nullable Instant createdAt() {
        String text = cells.text("created_at");
        Instant time = text == null ? null : Ba2Times.read(text);
        if (text != null && time == null) {
            notes.add(Kind.NO_VALUE, "created_at", text, "left out: no date and time");
        }
        return time;
    }

    private String required(String column) {
        String text = cells.text(column);
        if (text == null) {
            throw new InvalidValueException(column, "nothing", "a value");
        }
        return text;
    }

    private String textOrNone(String column) {
        String text = cells.text(column);
        return text == null ? NONE : text;
    }

    private static String printable(String text, int maxChars) {
        String clean =
                text.codePoints()
                        .limit(maxChars / 2)
                        .map(c -> Character.isISOControl(c) ? '?' : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return clean.isBlank() ? NONE : clean;
    }
}
