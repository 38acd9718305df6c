package dev.lockstep.app.web.route;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves the OpenAPI document, which is written by hand and compared with the routes by a test:
 * generating it would need an annotation processor and annotations on every handler, more text than
 * the document itself.
 */
public final class ApiDocument {
    /** The resource on the class path. */
    public static final String RESOURCE = "/api/openapi.json";

    private final byte[] bytes;

    /** Reads it. */
    public ApiDocument() {
        try (InputStream in = ApiDocument.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not built in");
            }
            bytes = in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Registers the endpoint. */
    public void register(Endpoints endpoints) {
        endpoints.raw(
                HandlerType.GET,
                "/openapi.json",
                request -> request.contentType("application/json").result(bytes));
    }
}
