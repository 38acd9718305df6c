package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.MarketClock;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
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
     * Reads a list of orders.
     *
     * @param received when it was received, for an order that tells no time
     */
    public static List<ListedOrder> orders(String body, Instant received)
            throws UnreadableException {
        List<ListedOrder> orders = new ArrayList<>();
        for (WireOrder wire : JsonCodec.objects(body, WireOrder.class)) {
            orders.add(listed(wire, received));
        }
        return orders;
    }

    /** Reads a list of positions. */
    public static ListedPositions positions(String body) throws UnreadableException {
        List<Position> positions = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (WirePosition wire : JsonCodec.objects(body, WirePosition.class)) {
            String symbol = Fields.required("symbol", wire.symbol());
            if ("us_option".equals(wire.assetClass())) {
                others.add(symbol);
                continue;
            }
            Position position = position(symbol, wire);
            if (!position.netQty().flat()) {
                positions.add(position);
            }
        }
        return new ListedPositions(positions, others);
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

    private static ListedOrder listed(WireOrder wire, Instant received) throws UnreadableException {
        String id = Fields.required("id", wire.id());
        Instant submittedAt = BrokerOrders.submittedAt(wire, received);
        try {
            return new ListedOrder(id, submittedAt, BrokerOrders.expressed(wire, received), "");
        } catch (UnreadableException foreign) {
            return new ListedOrder(id, submittedAt, null, String.valueOf(foreign.getMessage()));
        }
    }

    private static Position position(String symbol, WirePosition wire) throws UnreadableException {
        try {
            return wire.position(symbol);
        } catch (InvalidValueException | NumberFormatException wrong) {
            throw new UnreadableException("position " + symbol + ": " + wrong.getMessage(), wrong);
        }
    }

    static Symbol symbol(String symbol, @Nullable String assetClass) {
        return "crypto".equals(assetClass) ? CryptoPairs.pair(symbol) : new Symbol(symbol);
    }
}
