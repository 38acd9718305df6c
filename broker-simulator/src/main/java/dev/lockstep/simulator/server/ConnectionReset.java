package dev.lockstep.simulator.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Breaks a connection so that the client's system is told of a reset. */
final class ConnectionReset {
    private ConnectionReset() {}

    /** Closing with no lingering makes the kernel send a reset. */
    static void of(EndPoint endPoint) {
        if (endPoint instanceof SocketChannelEndPoint socket) {
            try {
                socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException clientGone) {
                socket.close();
                return;
            }
        }
        endPoint.close();
    }

    /** The connection that a request came on. */
    static EndPoint endPoint(Context request) {
        return ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}
