package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import java.util.Locale;

/**
 * An order, a position or an account activity that exists at the broker and cannot be read here.
 * Each field is the broker's own text, empty where the answer has none. A text that is too long is
 * cut, control characters are replaced, and what can be no id is left empty.
 *
 * @param kind what it is
 * @param cause whether such items are not supported, or this one is malformed
 * @param brokerId the broker's id of it
 * @param clientOrderId the id that an order was sent under
 * @param symbol the instrument
 * @param quantity how much of it
 * @param reason why it cannot be read, for a person
 * @param raw the item as it was received
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

    /** What kind of item it is. */
    public enum Kind {
        /** An order. */
        ORDER,
        /** A position. */
        POSITION,
        /** An entry of the account's history. */
        ACTIVITY;

        /** The noun for a person. */
        public String noun() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why an item cannot be read. */
    public enum Cause {
        /** The item is in an instrument that is not traded here, such as an option. */
        UNSUPPORTED,
        /** A field is missing, or its value is none that is allowed. */
        MALFORMED
    }

    /** What identifies it among the items of its kind, as far as the answer names it. */
    public String name() {
        String named = kind == Kind.POSITION ? symbol : brokerId;
        return named.isBlank() ? "without a name" : named;
    }

    /** What it is and why it cannot be read, in one line for a person. */
    public String text() {
        return kind.noun()
                + " "
                + name()
                + (symbol.isBlank() || symbol.equals(name()) ? "" : " in " + symbol)
                + (quantity.isBlank() ? "" : ", quantity " + quantity)
                + ", cannot be read: "
                + reason;
    }

    /** Whether it may be about this instrument: it names it, or names none. */
    public boolean mayBe(Symbol instrument) {
        return symbol.isBlank() || plain(symbol).equals(plain(instrument.value()));
    }

    /** Whether it names this order by the broker's id or by the client order id. */
    public boolean names(Order order) {
        return order.clientOrderId().value().equals(clientOrderId)
                || (order.brokerOrderId() != null
                        && order.brokerOrderId().value().equals(brokerId));
    }

    /** The fault of a question that this item was the answer to. */
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
