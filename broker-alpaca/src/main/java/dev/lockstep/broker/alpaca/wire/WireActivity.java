package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.ExecutionId;
import dev.lockstep.domain.order.Fill;
import dev.lockstep.domain.order.FillCorrection;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One entry of the account's history as the broker writes it. */
record WireActivity(
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
    static final String BUST = "trade_bust";

    /** The broker's words for a trade that is taken back or changed after the fact. */
    static final Set<String> CORRECTIONS = Set.of(BUST, "trade_correct");

    private static final String SEPARATOR = "::";

    /** An execution in an instrument that is not traded here is told apart from a broken one. */
    ListedActivity listed(String payload) throws UnreadableException {
        String name = Fields.required("id", id);
        try {
            if (!"FILL".equals(activityType)) {
                return new ListedActivity.Booked(new BookedActivity(this, payload).adjustment());
            }
            Fields.required("symbol", symbol);
            Symbol traded = expressible();
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
        Quantity lastQty = Quantity.of(Fields.required("qty", qty));
        return new Fill(
                executionId(name),
                Fields.orderId("order_id", orderId),
                traded,
                shortSale() ? Side.SELL : Words.side(side),
                lastQty,
                Price.of(Fields.required("price", price)),
                Quantity.of(Fields.required("cum_qty", cumQty)),
                Fields.quantity(leavesQty),
                Fields.time("transaction_time", transactionTime));
    }

    /** The history names a bust or a correction by one of two fields. */
    private boolean correction() {
        return CORRECTIONS.contains(String.valueOf(type))
                || CORRECTIONS.contains(String.valueOf(executionType));
    }

    private FillCorrection correction(String name, String payload) throws UnreadableException {
        boolean bust = BUST.equals(type) || BUST.equals(executionType);
        return new FillCorrection(
                executionId(name),
                executionId(Fields.required("previous_id", previousId)),
                Fields.orderId("order_id", orderId),
                bust ? Quantity.ZERO : Quantity.of(Fields.required("qty", qty)),
                bust ? null : Price.of(Fields.required("price", price)),
                Fields.time("transaction_time", transactionTime),
                payload);
    }

    /** The history tells a short sale by a word that orders do not have. */
    private boolean shortSale() {
        return "sell_short".equals(side);
    }

    /**
     * An entry is named by the time in New York and the execution's id. Without the time it is the
     * name that the stream tells the same execution by.
     */
    private static ExecutionId executionId(String name) throws UnreadableException {
        int at = name.indexOf(SEPARATOR);
        String id = at < 0 ? name : name.substring(at + SEPARATOR.length());
        return new ExecutionId(Fields.uuid("the execution's id", id));
    }

    /** The instrument, null where there is none that we can express. */
    @Nullable Symbol expressible() {
        if (symbol == null || symbol.isBlank()) {
            return null;
        }
        try {
            return CryptoPairs.looksLikeOne(symbol) ? CryptoPairs.pair(symbol) : new Symbol(symbol);
        } catch (InvalidValueException foreign) {
            return null;
        }
    }
}
