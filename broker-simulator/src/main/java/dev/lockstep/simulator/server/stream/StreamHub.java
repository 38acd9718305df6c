package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.OrderSnapshot;
import dev.lockstep.simulator.faults.FaultInjection;
import dev.lockstep.simulator.faults.FaultRule;
import dev.lockstep.simulator.server.venue.TradeUpdateFeed;
import dev.lockstep.simulator.wire.OrderJson;
import dev.lockstep.simulator.wire.TradeUpdateJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Registry of open streams that publishes each event to the streams of its account. Thread-safe.
 */
public final class StreamHub implements TradeUpdateFeed {
    private final Map<String, StreamSession> sessions = new ConcurrentHashMap<>();
    private final TradeUpdateJson updates;
    private final FaultInjection faults;

    public StreamHub(OrderJson orderJson, FaultInjection faults) {
        this.updates = new TradeUpdateJson(orderJson);
        this.faults = faults;
    }

    @Override
    public void publish(LedgerEntry entry, OrderSnapshot order) {
        String account = order.order().account();
        List<StreamSession> listeners =
                sessions.values().stream().filter(session -> session.listensTo(account)).toList();
        Optional<String> event = updates.event(entry, order);
        if (listeners.isEmpty() || event.isEmpty()) {
            return;
        }
        JsonNode update = updates.of(event.get(), entry, order);
        for (StreamSession listener : listeners) {
            List<FaultRule> strikes = faults.strike("STREAM " + event.get());
            listener.publish(update, strikes);
        }
    }

    /** Returns a check for each open stream. */
    public List<ReadCheck> readChecks() {
        return sessions.values().stream().map(StreamSession::readCheck).toList();
    }

    /** Returns whether an account already has its only stream. */
    boolean taken(String account) {
        return sessions.values().stream().anyMatch(session -> account.equals(session.account()));
    }

    /** Assigns an account its only stream. Returns false if another stream has it. */
    synchronized boolean claim(StreamSession session, String account) {
        for (StreamSession other : sessions.values()) {
            if (other != session && account.equals(other.account())) {
                return false;
            }
        }
        session.authorize(account);
        return true;
    }

    void add(String id, StreamSession session) {
        sessions.put(id, session);
    }

    StreamSession get(String id) {
        return Objects.requireNonNull(sessions.get(id), "session: closed");
    }

    /** Removes a closed stream. Returns false if it is not registered. */
    boolean remove(String id) {
        return sessions.remove(id) != null;
    }

    Collection<StreamSession> all() {
        return sessions.values();
    }
}
