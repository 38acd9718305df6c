package dev.lockstep.app.prove.network.proxy;

import dev.lockstep.app.config.value.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** Passes the bytes of one direction of a connection on, disturbed as its turns say. */
final class BytePump {
    private static final int MAX_CHUNK_BYTES = 65_536;

    /** A whole request, and enough of an answer to end in its body. */
    private static final int MAX_THROTTLED_BYTES = 2_048;

    private static final Duration THROTTLE_PAUSE = Duration.ofMillis(2);

    private final ProxiedConnection connection;
    private final boolean toExchange;
    private final Socket from;
    private final Socket to;
    private final ConnectionTurns turns;
    private final Pause pause;

    BytePump(
            ProxiedConnection connection,
            boolean toExchange,
            Socket from,
            Socket to,
            ConnectionTurns turns,
            Pause pause) {
        this.connection = connection;
        this.toExchange = toExchange;
        this.from = from;
        this.to = to;
        this.turns = turns;
        this.pause = pause;
    }

    /** Passes bytes on until this direction ends. */
    void run() throws IOException, InterruptedException {
        byte[] chunk = new byte[MAX_CHUNK_BYTES];
        InputStream in = from.getInputStream();
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            Optional<NetworkDisturbance> disturbance = turns.received(toExchange, chunk, count);
            if (disturbance.isEmpty()) {
                to.getOutputStream().write(chunk, 0, count);
            } else if (!passed(disturbance.get(), chunk, count)) {
                in.transferTo(OutputStream.nullOutputStream());
                return;
            }
        }
        to.shutdownOutput();
    }

    /** Returns whether this direction goes on. */
    private boolean passed(NetworkDisturbance disturbance, byte[] chunk, int count)
            throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        return switch (disturbance.fault()) {
            case DELAY, STALL -> {
                pause.of(disturbance.held());
                out.write(chunk, 0, count);
                yield true;
            }
            case THROTTLE -> {
                throttle(out, chunk, count);
                yield true;
            }
            case CUT -> {
                connection.cut(disturbance.reset());
                yield false;
            }
            case CUT_MIDWAY -> {
                out.write(chunk, 0, middle(chunk, count));
                connection.cut(disturbance.reset());
                yield false;
            }
            case HALF_CLOSE -> {
                out.write(chunk, 0, toExchange ? count : middle(chunk, count));
                to.shutdownOutput();
                yield false;
            }
        };
    }

    private void throttle(OutputStream out, byte[] chunk, int count)
            throws IOException, InterruptedException {
        int slow = Math.min(count, MAX_THROTTLED_BYTES);
        for (int place = 0; place < slow; place++) {
            out.write(chunk[place]);
            pause.of(THROTTLE_PAUSE);
        }
        out.write(chunk, slow, count - slow);
    }

    /** Returns the middle of the body, or of all bytes if these have no body. */
    static int middle(byte[] chunk, int count) {
        int body = bodyStart(chunk, count);
        return body < count ? body + (count - body) / 2 : count / 2;
    }

    /** Returns the index of the first byte of the body, or the number of bytes without one. */
    private static int bodyStart(byte[] chunk, int count) {
        for (int end = 4; end <= count; end++) {
            if (chunk[end - 4] == '\r'
                    && chunk[end - 3] == '\n'
                    && chunk[end - 2] == '\r'
                    && chunk[end - 1] == '\n') {
                return end;
            }
        }
        return count;
    }
}
