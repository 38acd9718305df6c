package dev.lockstep.simulator.server;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body's length is not announced. What makes the body too large is shown only when
 * the client has sent the rest, or so much of it that nobody waits for more: closing on a client
 * that still sends would take the refusal from it.
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

    /** Drops what has come; false when there is more to wait for. */
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
