package dev.lockstep.broker.alpaca.wire.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.broker.alpaca.wire.json.CryptoPairs;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.Keywords;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.ExecutionId;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alpaca's JSON format of an account activity. */
public record WireActivity(
        @Nullable String id,
        @JsonProperty("activity_type") @Nullable String activityType,
        @JsonProperty("transaction_time") @Nullable String transactionTime,
        @Nullable String price,
        @Nullable String qty,
        @Nullable String side,
        @Nullable String symbol,
        @JsonProperty("leaves_qty") @Nullable String leavesQty,
        @JsonProperty("cum_qty") @Nullable String cumQty,
        @JsonProperty("order_id") @Nullable String orderId,
        @Nullable String date,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("net_amount") @Nullable String netAmount,
        @JsonProperty("activity_sub_type") @Nullable String subType,
        @Nullable String status,
        @Nullable String description,
        @Nullable String type,
        @JsonProperty("execution_type") @Nullable String executionType,
        @JsonProperty("previous_id") @Nullable String previousId,
        @JsonProperty("old_qty") @Nullable String oldQty,
        @JsonProperty("new_qty") @Nullable String newQty) {
    public static final String BUST = "trade_bust";

    /** Alpaca's types for busted and corrected trades. */
    public static final Set<String> CORRECTIONS = Set.of(BUST, "trade_correct");

    private static final String SEPARATOR = "::";

    /**
     * Converts the activity. Distinguishes an execution in an unsupported instrument from a
     * malformed one.
     */
    ListedActivity listed(String payload) throws UnreadableException {
        String name = JsonFields.required("id", id);
        try {
            if (!"FILL".equals(activityType)) {
                return new ListedActivity.Booked(new BookedActivity(this, payload).adjustment());
            }
            JsonFields.required("symbol", symbol);
            Symbol traded = supportedSymbol();
            if (traded == null) {
                throw UnreadableException.unsupported(symbol + " is not traded here");
            }
            return correction()
                    ? new ListedActivity.Corrected(name, correction(name, payload))
                    : new ListedActivity.Traded(name, fill(name, traded));
        } catch (InvalidValueException
                | NumberFormatException
                | ArithmeticException
                | DateTimeException wrong) {
            throw new UnreadableException("activity " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private Fill fill(String name, Symbol traded) throws UnreadableException {
        Quantity lastQty = Quantity.of(JsonFields.required("qty", qty));
        return new Fill(
                executionId(name),
                JsonFields.orderId("order_id", orderId),
                traded,
                shortSale() ? Side.SELL : Keywords.side(side),
                lastQty,
                Price.of(JsonFields.required("price", price)),
                Quantity.of(JsonFields.required("cum_qty", cumQty)),
                JsonFields.quantity(leavesQty),
                JsonFields.time("transaction_time", transactionTime));
    }

    /** Alpaca marks a bust or correction in one of two fields. */
    private boolean correction() {
        return CORRECTIONS.contains(String.valueOf(type))
                || CORRECTIONS.contains(String.valueOf(executionType));
    }

    private FillCorrection correction(String name, String payload) throws UnreadableException {
        boolean bust = BUST.equals(type) || BUST.equals(executionType);
        return new FillCorrection(
                executionId(name),
                executionId(JsonFields.required("previous_id", previousId)),
                JsonFields.orderId("order_id", orderId),
                bust ? Quantity.ZERO : Quantity.of(JsonFields.required("qty", qty)),
                bust ? null : Price.of(JsonFields.required("price", price)),
                JsonFields.time("transaction_time", transactionTime),
                payload);
    }

    /** The history reports a short sale with a side that orders do not have. */
    private boolean shortSale() {
        return "sell_short".equals(side);
    }

    /**
     * Returns the execution id. An activity id consists of the New York time, a separator and the
     * execution id; the stream uses the execution id alone.
     */
    private static ExecutionId executionId(String name) throws UnreadableException {
        int at = name.indexOf(SEPARATOR);
        String id = at < 0 ? name : name.substring(at + SEPARATOR.length());
        return new ExecutionId(JsonFields.uuid("execution id", id));
    }

    /** Returns the instrument, null if absent or unsupported. */
    @Nullable Symbol supportedSymbol() {
        if (symbol == null || symbol.isBlank()) {
            return null;
        }
        try {
            return CryptoPairs.isPair(symbol) ? CryptoPairs.pair(symbol) : new Symbol(symbol);
        } catch (InvalidValueException foreign) {
            return null;
        }
    }
}
