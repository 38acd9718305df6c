package dev.lockstep.benchmarks.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A minimal HTTP connection to a server of Alpaca's API: a full client would compete with the
 * measured server for the processor.
 */
final class Wire implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int IN_CHUNKS = -1;
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private final String head;
    private final Socket socket;
    private final InputStream in;

    /** A complete response. */
    record Reply(int status, String body) {}

    Wire(WireServer server) throws IOException {
        head =
                " HTTP/1.1\r\nHost: 127.0.0.1\r\nAPCA-API-KEY-ID: "
                        + server.key()
                        + "\r\nAPCA-API-SECRET-KEY: "
                        + server.secret()
                        + "\r\nContent-Length: ";
        socket = new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    Reply ask(String method, String path, String body) throws IOException {
        String request = method + " " + path + head + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        String first = line();
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith(LENGTH)) {
                length = Integer.parseInt(field.substring(LENGTH.length()).strip());
            } else if (field.startsWith(CHUNKED)) {
                length = IN_CHUNKS;
            }
        }
        byte[] bytes = length == IN_CHUNKS ? chunks() : in.readNBytes(length);
        return new Reply(
                Integer.parseInt(first.substring(STATUS_AT, STATUS_AT + 3)),
                new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(BUFFER_BYTES);
        int length = Integer.parseInt(line(), 16);
        while (length > 0) {
            whole.writeBytes(in.readNBytes(length));
            line();
            length = Integer.parseInt(line(), 16);
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("connection closed (expected: a response)");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
