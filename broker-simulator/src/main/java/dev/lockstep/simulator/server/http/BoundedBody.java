package dev.lockstep.simulator.server.http;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request body of unknown length. A body that is too large is reported only after the client has
 * sent the rest, or a bounded part of it: closing the connection while the client sends would
 * discard the error response.
 */
final class BoundedBody extends Request.Wrapper {
    private final long maxBytes;
    private final long maxDroppedBytes;
    private long readBytes;
    private long droppedBytes;
    private Content.@Nullable Chunk tooMuch;

    BoundedBody(Request request, long maxBytes, long maxDroppedBytes) {
        super(request);
        this.maxBytes = maxBytes;
        this.maxDroppedBytes = maxDroppedBytes;
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk beyond = tooMuch;
        if (beyond != null) {
            return dropped() ? beyond : null;
        }
        Content.Chunk chunk = super.read();
        if (chunk == null || chunk.isLast() || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        readBytes += chunk.remaining();
        if (readBytes < maxBytes) {
            return chunk;
        }
        tooMuch = chunk;
        return dropped() ? chunk : null;
    }

    /** Discards received bytes. Returns false if more bytes are expected. */
    private boolean dropped() {
        while (droppedBytes < maxDroppedBytes) {
            Content.Chunk chunk = super.read();
            if (chunk == null) {
                return false;
            }
            droppedBytes += chunk.remaining();
            boolean ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
            chunk.release();
            if (ended) {
                return true;
            }
        }
        return true;
    }
}
