package dev.lockstep.app.prove.network.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Divides the bytes of one connection into requests and answers, and asks the plan for each pair
 * once. Requests are not pipelined, so a request begins with the first bytes to the exchange after
 * an answer. A connection whose request asks for a WebSocket is a stream from then on. Thread-safe.
 */
final class ConnectionTurns {
    private static final String WEB_SOCKET = "\r\nupgrade: websocket\r\n";

    private final NetworkFaultPlan plan;
    private boolean requesting;
    private boolean stream;
    private @Nullable NetworkDisturbance next;

    ConnectionTurns(NetworkFaultPlan plan) {
        this.plan = plan;
    }

    /** Returns what happens to the bytes that have just arrived, and counts it. */
    synchronized Optional<NetworkDisturbance> received(
            boolean toExchange, byte[] bytes, int count) {
        Optional<NetworkDisturbance> due = due(toExchange, bytes, count);
        due.ifPresent(plan::count);
        return due;
    }

    private Optional<NetworkDisturbance> due(boolean toExchange, byte[] bytes, int count) {
        if (!stream && toExchange && !requesting) {
            stream = asksForWebSocket(bytes, count);
            next = stream ? null : plan.ofExchange().orElse(null);
        }
        if (stream) {
            return plan.ofStream(toExchange ? Flow.STREAM_OUT : Flow.STREAM_IN);
        }
        requesting = toExchange;
        NetworkDisturbance chosen = next;
        if (chosen == null || chosen.flow().toExchange() != toExchange) {
            return Optional.empty();
        }
        next = null;
        return Optional.of(chosen);
    }

    private static boolean asksForWebSocket(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains(WEB_SOCKET);
    }
}
