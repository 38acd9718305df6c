package dev.lockstep.app.web.guard;

import org.jspecify.annotations.Nullable;

/**
 * The head of a request, before its body is read.
 *
 * @param method such as {@code POST}
 * @param path decoded and without dots
 * @param host the requested authority, empty if absent
 * @param origin the origin of the page, null if absent
 * @param contentType of the body, null if absent
 * @param hasBody whether there is a body
 * @param authorization the header, null if absent
 * @param session the session cookie, null if absent
 * @param client the address of the client
 */
public record RequestHead(
        String method,
        String path,
        String host,
        @Nullable String origin,
        @Nullable String contentType,
        boolean hasBody,
        @Nullable String authorization,
        @Nullable String session,
        String client) {}
