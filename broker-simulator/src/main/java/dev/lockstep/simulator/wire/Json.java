package dev.lockstep.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;
import org.msgpack.jackson.dataformat.MessagePackMapper;
import org.msgpack.jackson.dataformat.TimestampExtensionModule;

/** JSON parsing and rendering, with Alpaca's format of single values. */
public final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final ObjectMapper mapper;

    /** Creates the text format. */
    public Json() {
        this(
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .addModule(
                                new SimpleModule()
                                        .addSerializer(Instant.class, ToStringSerializer.instance))
                        .build());
    }

    private Json(ObjectMapper coding) {
        this.mapper = coding.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /** Creates the MessagePack format, for streams that request it. */
    public static Json messagePack() {
        // Times of market data are timestamps of MessagePack, which official clients expect.
        return new Json(new MessagePackMapper().registerModule(TimestampExtensionModule.INSTANCE));
    }

    /** Parses the object of a request body; an empty body is an empty object. */
    public ObjectNode object(byte[] body) {
        if (body.length == 0) {
            return NODES.objectNode();
        }
        try {
            JsonNode node = mapper.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException
                | MessagePackException
                | NumberFormatException
                | ArithmeticException unreadable) {
            // Jackson throws the last two unwrapped if an exponent has too many digits.
            throw new RefusedRequest(Refusal.malformed());
        }
        throw new RefusedRequest(Refusal.malformed());
    }

    /** Encodes a tree. */
    public byte[] bytes(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("JSON tree cannot be encoded", impossible);
        }
    }

    /** Returns a tree as text. */
    public String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    public static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** Returns a collector that renders elements into an array. */
    public static <T> Collector<T, ?, ArrayNode> toArray(Function<T, ? extends JsonNode> render) {
        return Collector.of(
                Json::array, (array, item) -> array.add(render.apply(item)), ArrayNode::addAll);
    }

    static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : Decimals.text(value);
    }

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Formats a time with New York's offset, as in the market clock. */
    static String newYork(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                OffsetDateTime.ofInstant(time, NEW_YORK));
    }
}
