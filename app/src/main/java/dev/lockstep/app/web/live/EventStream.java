package dev.lockstep.app.web.live;

import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.domain.port.store.OrderFeed;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.value.InvalidValueException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sends live events to one client for as long as it listens, on the request's own virtual thread:
 * first what it missed, then what happens.
 */
public final class EventStream implements Handler {
    private static final long MAX_MISSED_EVENTS = 4_000;

    private final Broadcaster hub;
    private final OrderFeed feed;
    private final Supplier<List<SseEvent>> greeting;
    private final Duration heartbeat;

    EventStream(
            Broadcaster hub,
            OrderFeed feed,
            Supplier<List<SseEvent>> greeting,
            Duration heartbeat) {
        this.hub = hub;
        this.feed = feed;
        this.greeting = greeting;
        this.heartbeat = heartbeat;
    }

    @Override
    public void handle(Context request) throws InterruptedException {
        Long known = known(request);
        Listener listener =
                hub.join(cut(request))
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.coded(
                                                503,
                                                "clients",
                                                "no more than "
                                                        + Broadcaster.MAX_CLIENTS
                                                        + " clients can listen at one time")));
        try {
            // Read before the response begins, so that a store that is away is answered with 503.
            List<SseEvent> first = new ArrayList<>(missed(known, listener.seq()));
            first.addAll(greeting.get());
            request.status(200).contentType("text/event-stream; charset=utf-8");
            request.header("X-Accel-Buffering", "no");
            OutputStream out = request.res().getOutputStream();
            send(out, first);
            while (!listener.ended()) {
                List<SseEvent> frames = listener.next(heartbeat);
                send(out, frames.isEmpty() ? List.of(SseEvent.heartbeat()) : frames);
            }
        } catch (IOException clientGone) {
            // It comes back by itself if it wants to, and says what it knows.
        } finally {
            hub.leave(listener);
        }
    }

    private List<SseEvent> missed(@Nullable Long known, long until) {
        if (known == null) {
            return List.of();
        }
        if (known > until || until - known > MAX_MISSED_EVENTS) {
            return List.of(SseEvent.reset(until, "too much has happened since"));
        }
        List<SseEvent> frames = new ArrayList<>();
        long at = known;
        while (at < until) {
            int limit = Math.toIntExact(Math.min(OrderFeed.MAX_EVENTS, until - at));
            List<Change> changes = feed.after(at, limit);
            if (changes.isEmpty()) {
                break;
            }
            changes.forEach(change -> frames.add(SseEvent.of(change)));
            at = changes.getLast().seq();
        }
        return frames;
    }

    private static void send(OutputStream out, List<SseEvent> frames) throws IOException {
        for (SseEvent frame : frames) {
            out.write(frame.bytes());
        }
        out.flush();
    }

    private static @Nullable Long known(Context request) {
        String text = request.header("Last-Event-ID");
        String name = "Last-Event-ID";
        if (text == null || text.isBlank()) {
            text = request.queryParam("after");
            name = "after";
        }
        if (text == null) {
            return null;
        }
        try {
            long seq = Long.parseLong(text.strip());
            if (seq >= 0) {
                return seq;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: both ways of being wrong get the same answer.
        }
        throw new InvalidValueException(name, text, "the id of an event");
    }

    /** The connection itself is closed, for the client's thread may be waiting to write. */
    private static Runnable cut(Context request) {
        var connection =
                ServletContextRequest.getServletContextRequest(request.req())
                        .getConnectionMetaData()
                        .getConnection();
        return () -> connection.getEndPoint().close();
    }
}
