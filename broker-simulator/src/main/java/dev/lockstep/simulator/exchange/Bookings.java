package dev.lockstep.simulator.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** One account's activities other than trades, in the order of their occurrence. */
final class Bookings {
    private final List<Booking> all = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();

    void add(Booking booking) {
        places.put(booking.id(), all.size());
        all.add(booking);
    }

    Optional<Booking> find(UUID id) {
        return Optional.ofNullable(places.get(id)).map(all::get);
    }

    int size() {
        return all.size();
    }

    List<Booking> page(BookingQuery query, Predicate<Booking> listed) {
        Integer past = query.past() == null ? null : places.get(query.past());
        int low = past == null || !query.ascending() ? 0 : past + 1;
        int high = past == null || query.ascending() ? all.size() : past;
        List<Booking> page = new ArrayList<>();
        for (int step = 0; step < high - low && page.size() < query.limit(); step++) {
            Booking booking = all.get(query.ascending() ? low + step : high - 1 - step);
            if (query.matches(booking) && listed.test(booking)) {
                page.add(booking);
            }
        }
        return page;
    }
}
