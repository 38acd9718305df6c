package dev.lockstep.simulator.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * JSON format of ledger entries. One line holds all entries of one request, so a request is stored
 * completely or not at all.
 */
final class LedgerJson {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    LedgerJson() {
        JsonMapper mapper =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .defaultPropertyInclusion(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .addMixIn(LedgerEntry.class, Tagged.class)
                        .addModule(scalars())
                        .build();
        writer = mapper.writerFor(LedgerEntry[].class);
        reader = mapper.readerFor(LedgerEntry[].class);
    }

    byte[] write(List<LedgerEntry> entries) throws JsonProcessingException {
        return writer.writeValueAsBytes(entries.toArray(LedgerEntry[]::new));
    }

    List<LedgerEntry> read(byte[] line) throws IOException {
        LedgerEntry[] entries = reader.readValue(line);
        return List.of(entries);
    }

    private static SimpleModule scalars() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new InstantReader())
                .addSerializer(BigDecimal.class, new DecimalWriter());
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = LedgerEntry.VenueOpened.class, name = "venue_opened"),
        @JsonSubTypes.Type(value = LedgerEntry.AccountOpened.class, name = "account_opened"),
        @JsonSubTypes.Type(
                value = LedgerEntry.AccountConfigured.class,
                name = "account_configured"),
        @JsonSubTypes.Type(value = LedgerEntry.AccountBooked.class, name = "account_booked"),
        @JsonSubTypes.Type(value = LedgerEntry.WatchlistSaved.class, name = "watchlist_saved"),
        @JsonSubTypes.Type(value = LedgerEntry.WatchlistDeleted.class, name = "watchlist_deleted"),
        @JsonSubTypes.Type(value = LedgerEntry.FeesChanged.class, name = "fees_changed"),
        @JsonSubTypes.Type(
                value = LedgerEntry.CorporateActionTaken.class,
                name = "corporate_action_taken"),
        @JsonSubTypes.Type(value = LedgerEntry.PriceMoved.class, name = "price_moved"),
        @JsonSubTypes.Type(
                value = LedgerEntry.ReferencePriceSet.class,
                name = "reference_price_set"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderEntered.class, name = "order_entered"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderRefused.class, name = "order_refused"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderMoved.class, name = "order_moved"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderReadied.class, name = "order_readied"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderFilled.class, name = "order_filled"),
        @JsonSubTypes.Type(value = LedgerEntry.TradeCorrected.class, name = "trade_corrected"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderResized.class, name = "order_resized"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderTrailed.class, name = "order_trailed"),
        @JsonSubTypes.Type(value = LedgerEntry.OrderReplaced.class, name = "order_replaced"),
        @JsonSubTypes.Type(value = LedgerEntry.ReplaceRejected.class, name = "replace_rejected")
    })
    private interface Tagged {}

    private static final class InstantReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return Instant.parse(parser.getValueAsString());
        }
    }

    private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeString(Decimals.text(value));
        }
    }
}
