package dev.lockstep.gateway.alpaca.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.alpaca.request.Refusal;
import dev.lockstep.alpaca.request.RefusedRequest;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.port.broker.VenueReads;
import dev.lockstep.domain.port.broker.VenueReads.Host;
import dev.lockstep.domain.port.broker.VenueReads.VenueAnswer;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The venue's ids and symbols of instruments, each requested once. A bot may name an instrument by
 * symbol, by asset id, and a crypto pair without its slash. Thread-safe.
 */
public final class AssetDirectory {
    private static final int MAX_ENTRIES = 20_000;

    private final VenueReads venue;
    private final Map<String, Optional<Named>> known =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<String, Optional<Named>> eldest) {
                            return size() > MAX_ENTRIES;
                        }
                    });

    /** Creates a directory of the venue's assets. */
    public AssetDirectory(VenueReads venue) {
        this.venue = venue;
    }

    /** Returns the venue's id of an instrument, empty if it cannot be determined. */
    public Optional<String> id(Symbol symbol) {
        return find(symbol.value()).map(Named::id);
    }

    /**
     * Returns the symbol of a bot's text; the text itself if the venue cannot be asked.
     *
     * @throws RefusedRequest if it cannot be a symbol
     */
    public Symbol symbol(String text) {
        int suffix = text.indexOf(':');
        String name = suffix < 0 ? text : text.substring(0, suffix);
        return find(name).map(Named::symbol).orElseGet(() -> typed(name));
    }

    private static Symbol typed(String text) {
        try {
            return Symbol.typed(text);
        } catch (InvalidValueException noSymbol) {
            throw new RefusedRequest(Refusal.unprocessable("asset \"" + text + "\" not found"));
        }
    }

    private Optional<Named> find(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        Optional<Named> entry = known.get(name);
        if (entry != null) {
            return entry;
        }
        String path = "/v2/assets/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return switch (venue.get(Host.TRADING, path, Map.of())) {
            case VenueAnswer.Answered answered when answered.successful() -> {
                Optional<Named> found = entry(answered.body());
                known.put(name, found);
                yield found;
            }
            case VenueAnswer.Answered _, VenueAnswer.Failed _ -> Optional.empty();
        };
    }

    private static Optional<Named> entry(String body) {
        JsonNode json = WireJson.tree(body).orElse(WireJson.object());
        String id = json.path("id").asText("");
        String symbol = json.path("symbol").asText("");
        try {
            return id.isEmpty() ? Optional.empty() : Optional.of(new Named(id, new Symbol(symbol)));
        } catch (InvalidValueException notTradedHere) {
            return Optional.empty();
        }
    }

    private record Named(String id, Symbol symbol) {}
}
