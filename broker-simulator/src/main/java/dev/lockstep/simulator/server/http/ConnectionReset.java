package dev.lockstep.simulator.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/** Closes a connection with a TCP reset. */
public final class ConnectionReset {
    private ConnectionReset() {}

    /** Closes with zero linger, which makes the kernel send a reset. */
    public static void of(EndPoint endPoint) {
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

    /** Returns the connection of a request. */
    public static EndPoint endPoint(Context request) {
        return ServletContextRequest.getServletContextRequest(request.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}
