package dev.lockstep.gateway.alpaca.data;

import dev.lockstep.alpaca.stream.DataChannel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many bots subscribe to each symbol of each channel, so that the venue is asked for their
 * union. Not thread-safe.
 */
final class SubscriptionCounts {
    private final Map<DataChannel, Map<String, Integer>> counts = new EnumMap<>(DataChannel.class);
    private int size;

    /** Counts one bot's new symbols and returns those without a subscriber before. */
    Subscriptions add(Subscriptions of) {
        Subscriptions first = new Subscriptions();
        of.forEach((channel, symbol) -> {
            if (!channel.comesWithTrades() && of(channel).merge(symbol, 1, Integer::sum) == 1) {
                first.of(channel).add(symbol);
                size++;
            }
        });
        return first;
    }

    /** Counts one bot's removed symbols and returns those without a subscriber now. */
    Subscriptions remove(Subscriptions of) {
        Subscriptions last = new Subscriptions();
        of.forEach((channel, symbol) -> {
            if (!channel.comesWithTrades()
                    && of(channel).computeIfPresent(symbol, (_, count) -> less(count)) == null) {
                last.of(channel).add(symbol);
                size--;
            }
        });
        return last;
    }

    /** Returns the union. */
    Subscriptions all() {
        Subscriptions all = new Subscriptions();
        counts.forEach((channel, symbols) -> all.of(channel).addAll(symbols.keySet()));
        return all;
    }

    /** Returns the number of symbols of all channels. */
    int size() {
        return size;
    }

    /** Returns null, which removes the entry, for none. */
    private static @Nullable Integer less(int count) {
        return count == 1 ? null : count - 1;
    }

    private Map<String, Integer> of(DataChannel channel) {
        return counts.computeIfAbsent(channel, _ -> new HashMap<>());
    }
}
