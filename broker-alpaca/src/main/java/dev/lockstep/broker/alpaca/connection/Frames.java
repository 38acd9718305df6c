package dev.lockstep.broker.alpaca.connection;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection that queues text and binary frames for one reader.
 *
 * <p>OkHttp pings every {@value #PING_SECONDS} seconds and ends a connection that does not answer,
 * which distinguishes an idle connection from a dead one. Frames are read from the socket
 * immediately, so a slow reader does not delay pings. More than {@value #MAX_WAITING_FRAMES} queued
 * frames end the connection; frames are never dropped silently.
 */
public final class Frames implements FrameSource {
    static final int PING_SECONDS = 10;
    static final int MAX_WAITING_FRAMES = 10_000;

    private static final int NORMAL_CLOSURE = 1_000;

    private final BlockingQueue<Frame> queue = new LinkedBlockingQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final WebSocket socket;

    private Frames(OkHttpClient client, Request handshake, Duration pingInterval) {
        OkHttpClient pinging = client.newBuilder().pingInterval(pingInterval).build();
        socket = pinging.newWebSocket(handshake, new Receiver());
    }

    /** Starts connecting; the first frame reports the outcome. */
    public static Frames open(OkHttpClient client, HttpUrl url) {
        return open(client, url, Duration.ofSeconds(PING_SECONDS));
    }

    /** Starts to connect with the credentials in the handshake, as data streams take them. */
    public static Frames open(OkHttpClient client, HttpUrl url, Credentials credentials) {
        Request handshake = credentials.sign(new Request.Builder().url(url)).build();
        return new Frames(client, handshake, Duration.ofSeconds(PING_SECONDS));
    }

    static Frames open(OkHttpClient client, HttpUrl url, Duration pingInterval) {
        return new Frames(client, new Request.Builder().url(url).build(), pingInterval);
    }

    @Override
    public void send(String text) {
        socket.send(text);
    }

    @Override
    public @Nullable Frame next(Duration patience) throws InterruptedException {
        return queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        over.set(true);
        socket.close(NORMAL_CLOSURE, null);
        socket.cancel();
    }

    private void end(String why) {
        if (over.compareAndSet(false, true)) {
            queue.add(new Frame.Ended(why));
        }
    }

    private void take(String text) {
        if (queue.size() >= MAX_WAITING_FRAMES) {
            end("more than " + MAX_WAITING_FRAMES + " unread messages are queued");
            socket.cancel();
        } else if (!over.get()) {
            queue.add(new Frame.Message(text));
        }
    }

    private final class Receiver extends WebSocketListener {
        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            queue.add(new Frame.Opened());
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            take(text);
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            take(bytes.utf8());
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code == 1_005 || code == 1_006 ? NORMAL_CLOSURE : code, null);
            end("closed by the broker: " + code + " " + reason);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable broken, @Nullable Response response) {
            String status = response == null ? "" : " (HTTP " + response.code() + ")";
            String requestId = response == null ? null : response.header("X-Request-ID");
            if (requestId != null) {
                status += " [request id " + requestId + "]";
            }
            end(Transport.describe(broken) + status);
        }
    }
}
