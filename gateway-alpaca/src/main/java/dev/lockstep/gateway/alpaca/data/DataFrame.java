package dev.lockstep.gateway.alpaca.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataError;
import dev.lockstep.gateway.alpaca.wire.PackedJson;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A message, alone in its array, encoded once for all its receivers. Thread-safe. */
public final class DataFrame {
    private final JsonNode message;
    private @Nullable String text;
    private @Nullable ByteBuffer packed;

    DataFrame(ObjectNode object) {
        this.message = WireJson.array().add(object);
    }

    /** Returns the message of an error. */
    public static DataFrame of(DataError error) {
        return new DataFrame(error.message());
    }

    /** Returns it as JSON. */
    public synchronized String text() {
        String known = text;
        if (known == null) {
            known = WireJson.text(message);
            text = known;
        }
        return known;
    }

    /** Returns it as MessagePack. */
    public synchronized ByteBuffer packed() {
        ByteBuffer known = packed;
        if (known == null) {
            known = ByteBuffer.wrap(PackedJson.marketData(message)).asReadOnlyBuffer();
            packed = known;
        }
        return known.duplicate();
    }
}
