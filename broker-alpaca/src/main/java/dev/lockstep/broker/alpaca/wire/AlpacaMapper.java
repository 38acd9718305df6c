package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.CryptoPairs;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.broker.alpaca.wire.json.UnreadableItems;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.port.broker.FetchedList;
import dev.lockstep.domain.port.broker.UnreadableItem;
import dev.lockstep.domain.position.Position;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mapper between Alpaca's JSON bodies and domain values. Stateless. */
public final class AlpacaMapper {
    private AlpacaMapper() {}

    /** Returns the request body of an order submission. */
    public static String newOrder(Order order) {
        return JsonCodec.text(WireNewOrder.of(order));
    }

    /** Returns the request body of a replacement. */
    public static String replacement(Replacement replacement) {
        return JsonCodec.text(WireReplacement.of(replacement));
    }

    /**
     * Parses an order.
     *
     * @param received the time of receipt, used if the order has no timestamp
     */
    public static BrokerOrder order(String body, Instant received) throws UnreadableException {
        return BrokerOrders.order(JsonCodec.object(body, WireOrder.class), received);
    }

    /**
     * Returns what is known of an order that cannot be parsed; empty if the body is not a JSON
     * object or has no order id, so that it does not prove the order's existence.
     *
     * @param why the parse failure
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
     * Parses a list of orders.
     *
     * @param received the time of receipt, used if an order has no timestamp
     */
    public static List<ListedOrder> orders(String body, Instant received)
            throws UnreadableException {
        List<ListedOrder> orders = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            orders.add(listed(entry, received));
        }
        return orders;
    }

    /** Parses a list of positions; flat positions are omitted. */
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

    /** Parses a bulk response with one outcome per order. */
    public static List<OrderOutcome> orderOutcomes(String body) throws UnreadableException {
        return OrderOutcomes.ofOrders(body);
    }

    public static Account account(String body) throws UnreadableException {
        WireAccount wire = JsonCodec.object(body, WireAccount.class);
        try {
            return wire.account();
        } catch (InvalidValueException | NumberFormatException wrong) {
            throw new UnreadableException("account: " + wrong.getMessage(), wrong);
        }
    }

    public static MarketClock clock(String body) throws UnreadableException {
        WireClock wire = JsonCodec.object(body, WireClock.class);
        if (wire.isOpen() == null) {
            throw new UnreadableException("is_open is missing");
        }
        return new MarketClock(
                JsonFields.time("timestamp", wire.timestamp()),
                wire.isOpen(),
                JsonFields.time("next_open", wire.nextOpen()),
                JsonFields.time("next_close", wire.nextClose()));
    }

    /** Parses a refusal; empty if the body is not the broker's error format. */
    public static Optional<BrokerRefusal> refusal(int status, String body) {
        try {
            WireError error = JsonCodec.object(body, WireError.class);
            String message = error.message();
            return message == null || message.isBlank()
                    ? Optional.empty()
                    : Optional.of(BrokerRefusals.refusal(status, message, error));
        } catch (UnreadableException notTheBroker) {
            return Optional.empty();
        }
    }

    private static ListedOrder listed(JsonNode entry, Instant received) {
        try {
            return new ListedOrder.Read(
                    BrokerOrders.order(JsonCodec.object(entry, WireOrder.class), received));
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
            return Optional.of(wire.position(JsonFields.required("symbol", wire.symbol())))
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
