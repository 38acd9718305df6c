package dev.lockstep.simulator.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Client that sends arbitrary bytes on a connection and reads until it ends. */
public final class RawClient implements AutoCloseable {
    /** Head of a request with a valid key. */
    static final String KEYED =
            "Host: 127.0.0.1\r\nAPCA-API-KEY-ID: SIM-KEY\r\nAPCA-API-SECRET-KEY: SIM-SECRET\r\n";

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int NARROW_BYTES = 1_024;
    private static final int FRAME_HEAD_BYTES = 6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Socket socket;
    private final PushbackInputStream in;

    /** The bytes received until the connection was closed. */
    public record Reply(String text) {
        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        String head() {
            return text.substring(0, text.indexOf("\r\n\r\n"));
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        JsonNode json() throws IOException {
            return MAPPER.readTree(body());
        }
    }

    RawClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new PushbackInputStream(socket.getInputStream());
    }

    /** Connects with a small receive buffer. */
    static RawClient narrow(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(NARROW_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new RawClient(socket);
    }

    public static Reply ask(int port, String request) throws IOException {
        return ask(port, request.getBytes(ISO_8859_1));
    }

    public static Reply ask(int port, byte[] request) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send(request);
            return client.untilClosed();
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends the same text repeatedly without reading, until the server closes the connection. */
    Void sendWithoutEnd(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        while (true) {
            send(bytes);
        }
    }

    /** Sends a message on a stream. Client frames are masked, here with zeros. */
    void sendMessage(String text) throws IOException {
        byte[] payload = text.getBytes(ISO_8859_1);
        byte[] frame = new byte[FRAME_HEAD_BYTES + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, FRAME_HEAD_BYTES, payload.length);
        send(frame);
    }

    /** Closes the sending side only. */
    void closeOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Returns whether a response, or the end of the connection, arrives within the given time. */
    boolean answeredWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            int next = in.read();
            if (next >= 0) {
                in.unread(next);
            }
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        } finally {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    /** Reads one byte, or fails if none arrives. */
    boolean readsAByte() throws IOException {
        return in.read() >= 0;
    }

    /** Returns the next response; its body must be a plain object. */
    Reply next() throws IOException {
        return through("}");
    }

    /** Returns the next message of a stream; the last value of its object must be an object. */
    String nextMessage() throws IOException {
        return through("}}").text();
    }

    /** Returns the head of the next response. */
    Reply nextHead() throws IOException {
        return through("\r\n\r\n");
    }

    private Reply through(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return new Reply(text.toString());
    }

    /** Reads until the end of the connection; fails if the server neither responds nor closes. */
    Reply untilClosed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketTimeoutException hanging) {
            throw new AssertionError(
                    "still open after " + TIMEOUT_MILLIS + " ms, received: " + bytes, hanging);
        } catch (IOException reset) {
            // A server that closes with unread bytes sends a reset; the bytes received before it
            // count.
            return new Reply(bytes.toString(ISO_8859_1));
        }
        return new Reply(bytes.toString(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
