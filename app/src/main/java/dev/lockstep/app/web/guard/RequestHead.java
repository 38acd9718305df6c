package dev.lockstep.app.web.guard;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before its body is read.
 *
 * @param method such as {@code POST}
 * @param path decoded and without dots
 * @param host the authority that the client believes to speak to, empty where it names none
 * @param origin the page that asks, null where none is named
 * @param contentType of the body, null where none is named
 * @param hasBody whether a body comes with it
 * @param authorization the header, null where there is none
 * @param session the session cookie, null where there is none
 * @param client the address it comes from
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
