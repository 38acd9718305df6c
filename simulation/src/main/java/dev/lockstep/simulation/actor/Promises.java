package dev.lockstep.simulation.actor;

import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.IdempotencyKey;
import dev.lockstep.domain.order.id.KeyScope;
import dev.lockstep.domain.order.id.OrderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform has promised to its callers, and what others did: the other half of a check.
 */
public final class Promises {
    /** Prefix of the client order ids of external orders. */
    public static final String ELSEWHERE = "elsewhere-";

    private static final BigDecimal NO_LIMIT = new BigDecimal("1e12");

    private final Map<IdempotencyKey, Integer> intentionOfKey = new LinkedHashMap<>();
    private final List<Intention> intentions = new ArrayList<>();
    private final Set<OrderId> acceptedCancels = new LinkedHashSet<>();
    private final Map<OrderId, Long> submittedVersions = new HashMap<>();
    private final Set<String> acceptedExternalCancels = new LinkedHashSet<>();
    private final Set<String> externalCancels = new LinkedHashSet<>();
    private final Set<OrderId> exits = new LinkedHashSet<>();
    private final Set<OrderId> reversals = new LinkedHashSet<>();
    private final Set<String> entries = new LinkedHashSet<>();
    private final Set<String> externalIds = new LinkedHashSet<>();
    private final Set<String> touchedElsewhere = new LinkedHashSet<>();
    private final Set<String> resized = new LinkedHashSet<>();
    private final Set<String> busted = new LinkedHashSet<>();
    private final Set<IdempotencyKey> acknowledged = new LinkedHashSet<>();
    private final List<String> trace = new ArrayList<>();
    private final WholeCloses wholeCloses = new WholeCloses();
    private int openOrdersLimit = Integer.MAX_VALUE;
    private BigDecimal positionValueLimit = NO_LIMIT;
    private boolean strategiesOnly;
    private boolean everyOrderCanceled;
    private final Set<String> corporateActions = new HashSet<>();
    private int resumes;
    private int flats;
    private boolean heldBack;
    private boolean flat;

    /** One intended order, with all keys under which it was submitted. */
    public record Intention(int number, NewOrder terms, List<IdempotencyKey> keys) {}

    /** Returns a new intention under its first key. */
    public Intention intend(NewOrder terms) {
        int number = intentions.size();
        Intention intention = new Intention(number, terms, new ArrayList<>());
        intentions.add(intention);
        keyed(intention, new IdempotencyKey("caller " + number));
        return intention;
    }

    /** Returns a new intention of a caller that names it in a scope of its own. */
    public Intention intend(NewOrder terms, KeyScope scope) {
        int number = intentions.size();
        Intention intention = new Intention(number, terms, new ArrayList<>());
        intentions.add(intention);
        keyed(intention, new IdempotencyKey("bot " + number, scope));
        return intention;
    }

    /** Another key for the same intention. */
    public IdempotencyKey again(Intention intention) {
        IdempotencyKey key =
                new IdempotencyKey(
                        "caller " + intention.number() + " again " + intention.keys().size());
        keyed(intention, key);
        return key;
    }

    private void keyed(Intention intention, IdempotencyKey key) {
        intention.keys().add(key);
        intentionOfKey.put(key, intention.number());
    }

    public List<Intention> intentions() {
        return intentions;
    }

    public Map<IdempotencyKey, Integer> intentionOfKey() {
        return intentionOfKey;
    }

    /** An answer came, so the order must be known from now on. */
    public void acknowledged(IdempotencyKey key) {
        acknowledged.add(key);
    }

    public Set<IdempotencyKey> acknowledgedKeys() {
        return acknowledged;
    }

    /**
     * Records that the cancel of an order was accepted, unless the caller learns so only after it
     * was submitted again.
     *
     * @param order the order with the request
     */
    public void cancelAccepted(Order order) {
        if (order.version() > submittedVersions.getOrDefault(order.id(), 0L)) {
            acceptedCancels.add(order.id());
        }
    }

    /** An order was stored as one to be sent, for the first time or once more. */
    public void submitted(Order order) {
        acceptedCancels.remove(order.id());
        submittedVersions.put(order.id(), order.version());
    }

    public Set<OrderId> acceptedCancels() {
        return acceptedCancels;
    }

    /** Records that the cancel of an external order was accepted. */
    public void externalCancelAccepted(String brokerOrderId) {
        acceptedExternalCancels.add(brokerOrderId);
    }

    public Set<String> acceptedExternalCancels() {
        return acceptedExternalCancels;
    }

    /** Records a request to cancel external orders of a symbol. */
    public void externalCancels(String symbol) {
        externalCancels.add(symbol);
    }

    /** Returns whether external orders of a symbol were to be canceled. */
    public boolean hasExternalCancels(String symbol) {
        return externalCancels.contains(symbol);
    }

    /**
     * Records an exit that waits locally.
     *
     * @param entry the client order id of the order that it waits for
     */
    public void exit(OrderId id, String entry) {
        exits.add(id);
        entries.add(entry);
    }

    /** Returns whether an exit waits, or has waited, for an order. */
    boolean isEntry(String clientOrderId) {
        return entries.contains(clientOrderId);
    }

    public Set<OrderId> exits() {
        return exits;
    }

    /** Records the order that is to open the other direction of a position. */
    void reversal(OrderId id) {
        reversals.add(id);
    }

    /** Returns the orders of accepted reversals. */
    public Set<OrderId> reversals() {
        return reversals;
    }

    /** Returns whether no order of ours has this name: another platform numbers its orders. */
    public static boolean isElsewhere(String clientOrderId) {
        return clientOrderId.startsWith(ELSEWHERE)
                || clientOrderId.chars().allMatch(Character::isDigit);
    }

    /** Records an external order. */
    public void external(String brokerOrderId) {
        externalIds.add(brokerOrderId);
    }

    public Set<String> externalIds() {
        return externalIds;
    }

    /** Records an order that was canceled or replaced externally. */
    public void touchedElsewhere(String brokerOrderId) {
        touchedElsewhere.add(brokerOrderId);
    }

    public Set<String> touchedElsewhere() {
        return touchedElsewhere;
    }

    /** Every order belongs to a strategy. */
    public void strategiesOnly() {
        strategiesOnly = true;
    }

    public boolean isStrategiesOnly() {
        return strategiesOnly;
    }

    /** From now on no more orders of ours may be open. */
    public void limitOpenOrders(int most) {
        openOrdersLimit = most;
    }

    public int openOrdersLimit() {
        return openOrdersLimit;
    }

    /** Records a limit of the value of a position, in dollars. */
    public void limitPositionValue(BigDecimal most) {
        positionValueLimit = most;
    }

    public BigDecimal positionValueLimit() {
        return positionValueLimit;
    }

    /** Records a request to cancel every order of the account, including external ones. */
    public void everyOrderCanceled() {
        everyOrderCanceled = true;
    }

    public boolean isEveryOrderCanceled() {
        return everyOrderCanceled;
    }

    /** Something was booked that is no trade. */
    void corporateAction(String symbol) {
        corporateActions.add(symbol);
    }

    public boolean hasCorporateActions() {
        return !corporateActions.isEmpty();
    }

    public boolean hasCorporateActions(String symbol) {
        return corporateActions.contains(symbol);
    }

    /** The exchange made this order smaller, without a request. */
    void resized(String brokerOrderId) {
        resized.add(brokerOrderId);
    }

    /** Returns the orders that the exchange made smaller, without a request. */
    public Set<String> resized() {
        return resized;
    }

    /** A trade of this symbol is taken back. */
    public void busted(String symbol) {
        busted.add(symbol);
    }

    /** Returns whether a trade of this symbol was taken back. */
    public boolean isBusted(String symbol) {
        return busted.contains(symbol);
    }

    /** Returns whether any trade was taken back. */
    public boolean hasBusts() {
        return !busted.isEmpty();
    }

    /** A restriction of trading has been stored, or the last one has been lifted. */
    public void heldBack(boolean restricted) {
        if (heldBack && !restricted) {
            flat = false;
            resumes++;
        }
        heldBack = restricted;
    }

    /** The kill switch has answered that nothing is held. */
    public void flat() {
        flat = true;
        flats++;
    }

    /** How often the kill switch has answered that nothing is held. */
    public int flats() {
        return flats;
    }

    /** Returns the number of times that trading was resumed. */
    public int resumes() {
        return resumes;
    }

    public boolean isHeldBack() {
        return heldBack;
    }

    public boolean isFlat() {
        return flat;
    }

    /** Returns the accepted requests to close whole positions. */
    public WholeCloses wholeCloses() {
        return wholeCloses;
    }

    /** Adds a line to the trace, which is the same for the same scenario. */
    public void note(String line) {
        trace.add(line);
    }

    public List<String> trace() {
        return trace;
    }
}
