package dev.lockstep.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.junit.jupiter.api.Test;

class ConnectionBoundsTest {
    private final List<Connection> closed = new ArrayList<>();
    private final ConnectionBounds bounds =
            new ConnectionBounds(new ScheduledExecutorScheduler(), () -> now());
    private long nanos;

    @Test
    void a_connection_without_a_whole_request_head_is_closed_after_a_while() {
        Connection slow = opened("127.0.0.1");
        Connection served = opened("127.0.0.1");
        bounds.requestBegins(served);

        nanos += ConnectionBounds.MAX_WAIT.toNanos();
        bounds.sweep();
        assertThat(closed).isEmpty();

        nanos++;
        bounds.sweep();
        assertThat(closed).containsExactly(slow);
    }

    @Test
    void a_served_connection_waits_again_after_its_answer() {
        Connection connection = opened("127.0.0.1");
        bounds.requestBegins(connection);
        nanos += ConnectionBounds.MAX_WAIT.toNanos();
        bounds.requestEnds(connection);

        bounds.sweep();
        assertThat(closed).isEmpty();

        nanos += ConnectionBounds.MAX_WAIT.toNanos() + 1;
        bounds.sweep();
        assertThat(closed).containsExactly(connection);
    }

    @Test
    void the_longest_waiting_connection_makes_room_for_a_new_one() {
        Connection served = opened("127.0.0.1");
        bounds.requestBegins(served);
        Connection longest = opened("127.0.0.1");
        nanos++;
        for (int i = 2; i < ConnectionBounds.MAX_CONNECTIONS; i++) {
            opened("127.0.0.1");
        }
        assertThat(closed).isEmpty();

        opened("127.0.0.1");

        assertThat(closed).containsExactly(longest);
    }

    @Test
    void one_address_from_outside_has_a_bound_of_its_own() {
        opened("10.0.0.2");
        nanos++;
        Connection longest = opened("10.0.0.1");
        nanos++;
        for (int i = 1; i < ConnectionBounds.MAX_CONNECTIONS_OF_ADDRESS; i++) {
            opened("10.0.0.1");
        }
        assertThat(closed).isEmpty();

        opened("10.0.0.1");

        assertThat(closed).containsExactly(longest);
    }

    /** The connection inside it is the one that requests begin and end on. */
    @Test
    void the_tls_around_a_connection_is_never_closed_for_itself() throws Exception {
        bounds.onOpened(
                new SslConnection(
                        new ArrayByteBufferPool(),
                        Runnable::run,
                        new SslContextFactory.Server(),
                        new ByteArrayEndPoint(),
                        SSLContext.getDefault().createSSLEngine()) {
                    @Override
                    public void close() {
                        closed.add(this);
                    }
                });

        nanos += ConnectionBounds.MAX_WAIT.toNanos() + 1;
        bounds.sweep();

        assertThat(closed).isEmpty();
    }

    private long now() {
        return nanos;
    }

    private Connection opened(String address) {
        Connection connection = new FakeConnection(new InetSocketAddress(address, 50_000));
        bounds.onOpened(connection);
        return connection;
    }

    private final class FakeConnection extends AbstractConnection {
        FakeConnection(SocketAddress remote) {
            super(
                    new ByteArrayEndPoint() {
                        @Override
                        public SocketAddress getRemoteSocketAddress() {
                            return remote;
                        }
                    },
                    Runnable::run);
        }

        @Override
        public void onFillable() {
            // Nothing is read.
        }

        @Override
        public void close() {
            closed.add(this);
        }
    }
}
