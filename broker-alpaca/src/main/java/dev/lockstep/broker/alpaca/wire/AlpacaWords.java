package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.FetchedList;
import dev.lockstep.domain.port.UnreadableItem;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates between the broker's bodies and our values, both ways. Pure. */
public final class AlpacaWords {
    private AlpacaWords() {}

    /** The body that an order is sent as. */
    public static String newOrder(Order order) {
        return JsonCodec.text(WireNewOrder.of(order));
    }

    /** The body that a replacement is sent as. */
    public static String replacement(Replacement replacement) {
        return JsonCodec.text(WireReplacement.of(replacement));
    }

    /**
     * Reads one order.
     *
     * @param received when it was received, for an order that tells no time
     */
    public static BrokerOrder order(String body, Instant received) throws UnreadableException {
        return BrokerOrders.expressed(JsonCodec.object(body, WireOrder.class), received);
    }

    /**
     * Reads what a broker has answered of one order that it has; empty where it is no object, so
     * that nothing says that the broker has it.
     *
     * @param why why it cannot be read as an order
     */
    public static Optional<UnreadableItem> unreadableOrder(String body, UnreadableException why) {
        try {
            return Optional.of(UnreadableItems.order(JsonCodec.object(body), why))
                    .filter(item -> !item.brokerId().isBlank());
        } catch (UnreadableException noObject) {
            return Optional.empty();
        }
    }

    /**
     * Reads a list of orders.
     *
     * @param received when it was received, for an order that tells no time
     */
    public static List<ListedOrder> orders(String body, Instant received)
            throws UnreadableException {
        List<ListedOrder> orders = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            orders.add(listed(entry, received));
        }
        return orders;
    }

    /** Reads a list of positions; those of which nothing is held are left out. */
    public static FetchedList<Position> positions(String body) throws UnreadableException {
        List<Position> positions = new ArrayList<>();
        List<UnreadableItem> unreadable = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            try {
                position(entry).ifPresent(positions::add);
            } catch (UnreadableException why) {
                unreadable.add(UnreadableItems.position(entry, why));
            }
        }
        return new FetchedList<>(positions, unreadable);
    }

    /** Reads what the broker says of each of many orders. */
    public static List<OrderOutcome> orderOutcomes(String body) throws UnreadableException {
        return Outcomes.ofOrders(body);
    }

    /**
     * Reads what the broker says of each of many positions.
     *
     * @param received when it was received, for an order that tells no time
     */
    public static List<PositionOutcome> positionOutcomes(String body, Instant received)
            throws UnreadableException {
        return Outcomes.ofPositions(body, received);
    }

    /** Reads the account. */
    public static Account account(String body) throws UnreadableException {
        WireAccount wire = JsonCodec.object(body, WireAccount.class);
        try {
            return wire.account();
        } catch (InvalidValueException | NumberFormatException wrong) {
            throw new UnreadableException("account: " + wrong.getMessage(), wrong);
        }
    }

    /** Reads the market's clock. */
    public static MarketClock clock(String body) throws UnreadableException {
        WireClock wire = JsonCodec.object(body, WireClock.class);
        if (wire.isOpen() == null) {
            throw new UnreadableException("is_open is missing");
        }
        return new MarketClock(
                Fields.time("timestamp", wire.timestamp()),
                wire.isOpen(),
                Fields.time("next_open", wire.nextOpen()),
                Fields.time("next_close", wire.nextClose()));
    }

    /** Reads a refusal; empty where the broker itself has not spoken. */
    public static Optional<Refusal> refusal(int status, String body) {
        try {
            WireError error = JsonCodec.object(body, WireError.class);
            String message = error.message();
            return message == null || message.isBlank()
                    ? Optional.empty()
                    : Optional.of(Refusals.refusal(status, message, error));
        } catch (UnreadableException notTheBroker) {
            return Optional.empty();
        }
    }

    private static ListedOrder listed(JsonNode entry, Instant received) {
        try {
            return new ListedOrder.Read(
                    BrokerOrders.expressed(JsonCodec.object(entry, WireOrder.class), received));
        } catch (UnreadableException why) {
            UnreadableItem item = UnreadableItems.order(entry, why);
            return new ListedOrder.Unreadable(item, place(entry, item, received));
        }
    }

    private static ListedOrder.@Nullable Place place(
            JsonNode entry, UnreadableItem item, Instant received) {
        try {
            return item.brokerId().isBlank()
                    ? null
                    : new ListedOrder.Place(
                            item.brokerId(), BrokerOrders.submittedAt(entry, received));
        } catch (UnreadableException noTime) {
            return null;
        }
    }

    private static Optional<Position> position(JsonNode entry) throws UnreadableException {
        WirePosition wire = JsonCodec.object(entry, WirePosition.class);
        try {
            return Optional.of(wire.position(Fields.required("symbol", wire.symbol())))
                    .filter(position -> !position.netQty().flat());
        } catch (InvalidValueException | NumberFormatException | ArithmeticException wrong) {
            throw new UnreadableException(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    static Symbol symbol(String symbol, @Nullable String assetClass) throws UnreadableException {
        return switch (assetClass == null ? "" : assetClass) {
            case "", "us_equity" -> new Symbol(symbol);
            case "crypto" -> CryptoPairs.pair(symbol);
            case "us_option" ->
                    throw UnreadableException.unsupported("options are not traded here");
            default ->
                    throw UnreadableException.unsupported(
                            "asset class " + assetClass + " is not traded here");
        };
    }
}
