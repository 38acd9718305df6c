package dev.lockstep.gateway.alpaca.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.alpaca.stream.DataChannel;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Symbols of channels. Not thread-safe. */
final class Subscriptions {
    /** Every symbol. */
    private static final String EVERY = "*";

    /**
     * One malformed symbol makes the venue refuse a whole request, which may name those of all
     * bots.
     */
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9./:_*-]{1,32}");

    private final Map<DataChannel, Set<String>> symbols = new EnumMap<>(DataChannel.class);

    /** Parses a request, empty if a channel is no list of symbols. */
    static Optional<Subscriptions> parse(ObjectNode request) {
        Subscriptions parsed = new Subscriptions();
        for (DataChannel channel : DataChannel.values()) {
            JsonNode list = request.get(channel.wireName());
            if (list == null || list.isNull()) {
                continue;
            }
            if (!list.isArray()) {
                return Optional.empty();
            }
            Set<String> named = parsed.of(channel);
            for (JsonNode symbol : list) {
                if (!symbol.isTextual() || !SYMBOL.matcher(symbol.asText()).matches()) {
                    return Optional.empty();
                }
                named.add(symbol.asText());
            }
        }
        // Corrections and cancels come with the trades.
        Set<String> trades = parsed.symbols.get(DataChannel.TRADES);
        if (trades != null) {
            parsed.of(DataChannel.CORRECTIONS).addAll(trades);
            parsed.of(DataChannel.CANCEL_ERRORS).addAll(trades);
        }
        return Optional.of(parsed);
    }

    /** Returns the symbols of a channel, to be changed. */
    Set<String> of(DataChannel channel) {
        return symbols.computeIfAbsent(channel, _ -> new TreeSet<>());
    }

    /** Returns whether a feed has all named channels. */
    boolean within(List<DataChannel> channels) {
        return symbols.keySet().stream()
                .allMatch(channel -> channel.comesWithTrades() || channels.contains(channel));
    }

    /** Returns the same, in an object of its own. */
    Subscriptions copy() {
        Subscriptions copy = new Subscriptions();
        forEach((channel, symbol) -> copy.of(channel).add(symbol));
        return copy;
    }

    /** Returns the number of symbols of all channels. */
    int size() {
        return symbols.values().stream().mapToInt(Set::size).sum();
    }

    /** Returns whether a message about symbols is subscribed to. */
    boolean include(DataChannel channel, Collection<String> about) {
        Set<String> subscribed = symbols.getOrDefault(channel, Set.of());
        return !subscribed.isEmpty()
                && (subscribed.contains(EVERY) || about.stream().anyMatch(subscribed::contains));
    }

    /** Adds others and returns those that were not included before. */
    Subscriptions add(Subscriptions others) {
        Subscriptions added = new Subscriptions();
        others.symbols.forEach((channel, more) ->
                more.stream().filter(of(channel)::add).forEach(added.of(channel)::add));
        return added;
    }

    /** Removes others and returns those that were included before. */
    Subscriptions remove(Subscriptions others) {
        Subscriptions removed = new Subscriptions();
        others.symbols.forEach((channel, fewer) ->
                fewer.stream().filter(of(channel)::remove).forEach(removed.of(channel)::add));
        return removed;
    }

    /** Calls for each symbol of each channel. */
    void forEach(Visitor visitor) {
        symbols.forEach((channel, all) -> all.forEach(symbol -> visitor.visit(channel, symbol)));
    }

    /** Writes the lists of channels, also if they are empty. */
    void write(ObjectNode message, List<DataChannel> channels) {
        for (DataChannel channel : channels) {
            ArrayNode list = message.putArray(channel.wireName());
            symbols.getOrDefault(channel, Set.of()).forEach(list::add);
        }
    }

    /** Returns a request that names these, empty if there are none. */
    Optional<String> request(String action) {
        ObjectNode message = WireJson.object().put("action", action);
        symbols.forEach((channel, all) -> {
            if (!all.isEmpty()) {
                all.forEach(message.withArray(channel.wireName())::add);
            }
        });
        return message.size() > 1 ? Optional.of(WireJson.text(message)) : Optional.empty();
    }

    /** Receives symbols of channels. */
    interface Visitor {
        void visit(DataChannel channel, String symbol);
    }
}
