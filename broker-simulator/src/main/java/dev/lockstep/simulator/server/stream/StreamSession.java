package dev.lockstep.simulator.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.faults.FaultRule;
import dev.lockstep.simulator.server.http.ConnectionReset;
import dev.lockstep.simulator.wire.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/** One client's stream connection with its account and subscription. Thread-safe. */
final class StreamSession {
    /** Maximum number of delayed frames; beyond it the oldest is sent early. */
    static final int MAX_HELD_FRAMES = 1_000;

    private final Session session;
    private final EndPoint endPoint;
    private final Json json;
    private final List<Held> held = new ArrayList<>();
    private @Nullable String account;
    private boolean listening;

    /** A delayed frame that is sent after some later ones. */
    private static final class Held {
        private final byte[] frame;
        private int eventsToPass;

        Held(byte[] frame, int eventsToPass) {
            this.frame = frame;
            this.eventsToPass = eventsToPass;
        }
    }

    /**
     * Creates the session of an open stream.
     *
     * @param endPoint the underlying connection
     * @param json the frame format that this client requested
     */
    StreamSession(Session session, EndPoint endPoint, Json json) {
        this.session = session;
        this.endPoint = endPoint;
        this.json = json;
    }

    /** Returns the check that this client has read all messages. */
    ReadCheck readCheck() {
        return new ReadCheck(session, endPoint);
    }

    synchronized @Nullable String account() {
        return account;
    }

    synchronized void authorize(String owner) {
        account = owner;
    }

    synchronized void listen(boolean on) {
        listening = on;
    }

    synchronized boolean listensTo(String owner) {
        return listening && owner.equals(account);
    }

    /** Parses a binary frame of the client. */
    ObjectNode read(byte[] frame) {
        return json.object(frame);
    }

    void send(JsonNode message) {
        write(json.bytes(message));
    }

    void close(int code, String reason) {
        session.close(code, reason, Callback.NOOP);
    }

    /** Sends an event, subject to the given faults. */
    synchronized void publish(JsonNode event, List<FaultRule> faults) {
        byte[] frame = json.bytes(event);
        int copies = 1;
        for (FaultRule fault : faults) {
            switch (fault.kind()) {
                case DUPLICATE -> copies++;
                case LOSE -> copies = 0;
                case LATE -> {
                    hold(new Held(frame, fault.events()));
                    return;
                }
                case CUT -> {
                    // Jetty loses a disconnect while it flushes; a close frame is queued.
                    session.close(StatusCode.SHUTDOWN, "", Callback.NOOP);
                    return;
                }
                case SEVER -> {
                    ConnectionReset.of(endPoint);
                    return;
                }
                case LATENCY,
                        LATENCY_AFTER,
                        RATE_LIMITED,
                        ERROR_BEFORE,
                        ERROR_AFTER,
                        HTML_BEFORE,
                        HTML_AFTER,
                        DROP_AFTER,
                        RESET_BEFORE,
                        RESET_AFTER,
                        HALF_BODY,
                        NOT_FOUND,
                        MISSING_ENTRIES -> {}
            }
        }
        for (int copy = 0; copy < copies; copy++) {
            write(frame);
        }
        releaseHeld();
    }

    private void hold(Held late) {
        held.add(late);
        if (held.size() > MAX_HELD_FRAMES) {
            write(held.removeFirst().frame);
        }
    }

    private void releaseHeld() {
        for (Iterator<Held> frames = held.iterator(); frames.hasNext(); ) {
            Held one = frames.next();
            one.eventsToPass--;
            if (one.eventsToPass <= 0) {
                frames.remove();
                write(one.frame);
            }
        }
    }

    /** Queues a frame. Jetty disconnects a client whose queue is full. */
    private void write(byte[] frame) {
        session.sendBinary(
                ByteBuffer.wrap(frame), Callback.from(() -> {}, _ -> session.disconnect()));
    }
}
