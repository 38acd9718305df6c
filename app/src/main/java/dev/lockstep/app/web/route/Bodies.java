package dev.lockstep.app.web.route;

import dev.lockstep.app.form.NoFields;
import dev.lockstep.app.web.answer.JsonBody;
import dev.lockstep.app.web.answer.Problem;
import dev.lockstep.app.web.answer.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;

/** Reads request bodies, at most {@value #MAX_BYTES} bytes each. */
public final class Bodies {
    /** The largest body. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DROPPED_BYTES = 1024 * 1024;
    private static final int CHUNK_BYTES = 8 * 1024;

    private Bodies() {}

    /** Returns the body as a record; refuses a field that the record does not have. */
    static <T extends Record> T read(Context request, Class<T> type) {
        return JsonBody.read(bytes(request), type);
    }

    /** Refuses a body with fields. */
    static void none(Context request) {
        read(request, NoFields.class);
    }

    /**
     * Returns all bytes; of a body that is too large so much is dropped that the refusal arrives.
     */
    static byte[] bytes(Context request) {
        try {
            InputStream in = request.req().getInputStream();
            byte[] body = in.readNBytes(MAX_BYTES + 1);
            if (body.length <= MAX_BYTES) {
                return body;
            }
            drop(in);
        } catch (IOException broken) {
            throw new ProblemException(Problem.of(400, "the body broke off"));
        }
        throw new ProblemException(
                Problem.of(413, "the body is larger than " + MAX_BYTES + " bytes"));
    }

    private static void drop(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        int dropped = 0;
        while (dropped < MAX_DROPPED_BYTES) {
            int read = in.read(chunk);
            if (read < 0) {
                return;
            }
            dropped += read;
        }
    }
}
