package dev.lockstep.app.prove;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port of this machine that no process listens at. */
public final class FreePort {
    private static final int ANY_PORT = 0;

    private FreePort() {}

    /** Returns a port that was free a moment ago. */
    public static int find() {
        try (ServerSocket socket =
                new ServerSocket(ANY_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new CommandEnd(ExitCode.NO, "no port is free: " + refused, refused);
        }
    }
}
