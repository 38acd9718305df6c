package dev.lockstep.simulator.exchange.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One account's activities other than trades, in the order of their occurrence. */
public final class NonTradeActivities {
    private final List<NonTradeActivity> all = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();

    public void add(NonTradeActivity booking) {
        places.put(booking.id(), all.size());
        all.add(booking);
    }

    public Optional<NonTradeActivity> find(UUID id) {
        return Optional.ofNullable(places.get(id)).map(all::get);
    }

    public int size() {
        return all.size();
    }

    public List<NonTradeActivity> page(
            NonTradeActivityQuery query, Predicate<NonTradeActivity> listed) {
        Integer past = query.past() == null ? null : places.get(query.past());
        int low = past == null || !query.ascending() ? 0 : past + 1;
        int high = past == null || query.ascending() ? all.size() : past;
        List<NonTradeActivity> page = new ArrayList<>();
        for (int step = 0; step < high - low && page.size() < query.limit(); step++) {
            NonTradeActivity booking = all.get(query.ascending() ? low + step : high - 1 - step);
            if (query.matches(booking) && listed.test(booking)) {
                page.add(booking);
            }
        }
        return page;
    }
}
