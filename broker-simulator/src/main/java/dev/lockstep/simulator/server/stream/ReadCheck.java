package dev.lockstep.simulator.server.stream;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Asks a stream's client whether it has read all messages sent so far: the answer to a ping comes
 * after they have been read. Not thread-safe.
 */
public final class ReadCheck {
    private final Session session;
    private final EndPoint endPoint;
    private long bytesBefore;

    ReadCheck(Session session, EndPoint endPoint) {
        this.session = session;
        this.endPoint = endPoint;
    }

    /** Sends a ping. */
    public void ask() {
        bytesBefore = bytesReceived();
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }

    /** Returns whether the client has sent anything since the ping, or has gone. */
    public boolean answered() {
        return !session.isOpen() || bytesReceived() > bytesBefore;
    }

    // Javalin's handlers do not see pongs; the connection counts their bytes.
    private long bytesReceived() {
        return endPoint.getConnection().getBytesIn();
    }
}
