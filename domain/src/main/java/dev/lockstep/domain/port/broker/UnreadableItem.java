package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.util.Locale;

/**
 * An order, a position or an account activity at the broker that cannot be read. Each field is the
 * broker's text, empty if the answer has none. Long texts are cut, control characters are replaced,
 * and an invalid id is left empty.
 *
 * @param kind the kind of item
 * @param cause whether such items are not supported, or this one is malformed
 * @param brokerId the broker's id
 * @param clientOrderId the client order id
 * @param symbol the instrument
 * @param quantity the quantity
 * @param reason why it cannot be read
 * @param raw the item as received
 */
public record UnreadableItem(
        Kind kind,
        Cause cause,
        String brokerId,
        String clientOrderId,
        String symbol,
        String quantity,
        String reason,
        String raw) {
    /** The most that is kept of the received text, in characters. */
    public static final int MAX_RAW_CHARS = 2_000;

    private static final int MAX_NAME_CHARS = 128;
    private static final int MAX_REASON_CHARS = 300;
    private static final String CUT = "…";

    public UnreadableItem {
        brokerId = id(brokerId);
        clientOrderId = id(clientOrderId);
        symbol = bounded(symbol, MAX_NAME_CHARS);
        quantity = bounded(quantity, MAX_NAME_CHARS);
        reason = bounded(reason, MAX_REASON_CHARS);
        raw = bounded(raw, MAX_RAW_CHARS);
    }

    /** The kinds of items. */
    public enum Kind {
        /** An order. */
        ORDER,
        /** A position. */
        POSITION,
        /** An entry of the account's history. */
        ACTIVITY;

        /** Returns the noun that messages use. */
        public String noun() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why an item cannot be read. */
    public enum Cause {
        /** The item is in an instrument that is not traded here, such as an option. */
        UNSUPPORTED,
        /** A field is missing, or its value is not allowed. */
        MALFORMED
    }

    /** Returns its id within its kind, as far as the answer contains it. */
    public String name() {
        String named = kind == Kind.POSITION ? symbol : brokerId;
        return named.isBlank() ? "without a name" : named;
    }

    /** Returns its description and the reason in one line. */
    public String text() {
        return kind.noun()
                + " "
                + name()
                + (symbol.isBlank() || symbol.equals(name()) ? "" : " in " + symbol)
                + (quantity.isBlank() ? "" : ", quantity " + quantity)
                + ", cannot be read: "
                + reason;
    }

    /** Returns whether it may be about this instrument: it names it, or names none. */
    public boolean mayBe(Symbol instrument) {
        return symbol.isBlank() || plain(symbol).equals(plain(instrument.value()));
    }

    /** Returns whether it names this order by the broker's id or by the client order id. */
    public boolean names(Order order) {
        return order.clientOrderId().value().equals(clientOrderId)
                || (order.brokerOrderId() != null
                        && order.brokerOrderId().value().equals(brokerId));
    }

    /** Returns the fault of a question that this item was the answer to. */
    public BrokerFault fault() {
        return new BrokerFault(
                BrokerFault.Kind.UNREADABLE,
                "The broker's " + text(),
                new Evidence(Evidence.Source.POLL, text(), "", raw));
    }

    private static String plain(String symbol) {
        return symbol.replace("/", "").toUpperCase(Locale.ROOT);
    }

    private static String id(String text) {
        return text.length() > MAX_NAME_CHARS || text.codePoints().anyMatch(Character::isISOControl)
                ? ""
                : text.strip();
    }

    private static String bounded(String text, int maxChars) {
        String kept =
                text.length() <= maxChars ? text : text.substring(0, maxChars - CUT.length()) + CUT;
        return kept.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
