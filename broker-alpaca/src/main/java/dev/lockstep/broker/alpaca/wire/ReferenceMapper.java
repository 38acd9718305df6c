package dev.lockstep.broker.alpaca.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.broker.alpaca.wire.json.JsonCodec;
import dev.lockstep.broker.alpaca.wire.json.JsonFields;
import dev.lockstep.broker.alpaca.wire.json.UnreadableException;
import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.AssetClass;
import dev.lockstep.domain.market.TradingDay;
import dev.lockstep.domain.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mapper of Alpaca's assets and trading calendar. Stateless. */
public final class ReferenceMapper {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private ReferenceMapper() {}

    /** Returns Alpaca's value for an asset class. */
    public static String value(AssetClass assetClass) {
        return switch (assetClass) {
            case US_EQUITY -> "us_equity";
            case CRYPTO -> "crypto";
        };
    }

    /** Parses an asset. */
    public static Asset asset(String body) throws UnreadableException {
        return asset(JsonCodec.object(body, WireAsset.class));
    }

    /** Parses a list of assets; unsupported assets are omitted. */
    public static List<Asset> assets(String body) throws UnreadableException {
        List<Asset> assets = new ArrayList<>();
        for (JsonNode entry : JsonCodec.elements(body)) {
            try {
                assets.add(asset(JsonCodec.object(entry, WireAsset.class)));
            } catch (UnreadableException foreign) {
                // Omitted: the asset is not supported.
            }
        }
        return assets;
    }

    private static Asset asset(WireAsset wire) throws UnreadableException {
        try {
            return wire.asset();
        } catch (InvalidValueException | NumberFormatException wrong) {
            throw new UnreadableException("asset: " + wrong.getMessage(), wrong);
        }
    }

    /** Parses trading days; their times are in New York's time zone. */
    public static List<TradingDay> days(String body) throws UnreadableException {
        List<TradingDay> days = new ArrayList<>();
        for (WireDay wire : JsonCodec.objects(body, WireDay.class)) {
            days.add(day(wire));
        }
        return days;
    }

    private static TradingDay day(WireDay wire) throws UnreadableException {
        try {
            LocalDate date = LocalDate.parse(JsonFields.required("date", wire.date()));
            LocalTime open = LocalTime.parse(JsonFields.required("open", wire.open()));
            LocalTime close = LocalTime.parse(JsonFields.required("close", wire.close()));
            return new TradingDay(
                    date,
                    date.atTime(open).atZone(NEW_YORK).toInstant(),
                    date.atTime(close).atZone(NEW_YORK).toInstant());
        } catch (DateTimeException | InvalidValueException wrong) {
            throw new UnreadableException("day " + wire.date() + ": " + wrong.getMessage(), wrong);
        }
    }

    private record WireDay(@Nullable String date, @Nullable String open, @Nullable String close) {}
}
