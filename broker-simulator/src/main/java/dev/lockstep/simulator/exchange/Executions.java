package dev.lockstep.simulator.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One account's trades in the order they happened. */
final class Executions {
    private final List<Execution> all = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();

    void add(Execution execution) {
        places.put(execution.id(), all.size());
        all.add(execution);
    }

    List<Execution> page(ExecutionQuery query) {
        List<Execution> page = new ArrayList<>();
        int stride = query.ascending() ? 1 : -1;
        for (int at = start(query, stride); inside(at); at += stride) {
            Execution execution = all.get(at);
            if (query.matches(execution)) {
                page.add(execution);
            } else if (beyond(query, execution)) {
                break;
            }
            if (page.size() == query.limit()) {
                break;
            }
        }
        return page;
    }

    private int start(ExecutionQuery query, int stride) {
        Integer past = query.past() == null ? null : places.get(query.past());
        if (past != null) {
            return past + stride;
        }
        return query.ascending() ? 0 : all.size() - 1;
    }

    private boolean inside(int at) {
        return at >= 0 && at < all.size();
    }

    /** Whether nothing that follows in the direction of the walk can match. */
    private static boolean beyond(ExecutionQuery query, Execution execution) {
        if (query.ascending()) {
            return query.until() != null && !execution.at().isBefore(query.until());
        }
        return query.after() != null && !execution.at().isAfter(query.after());
    }
}
