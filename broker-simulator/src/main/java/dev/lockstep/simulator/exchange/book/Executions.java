package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionQuery;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One account's trades in the order of their occurrence, packed. */
public final class Executions {
    private final List<byte[]> all = new ArrayList<>();
    private final PlaceIndex places = new PlaceIndex();

    void add(Execution execution) {
        places.add(execution.id().hashCode(), all.size());
        all.add(PackedExecution.pack(execution));
    }

    public Optional<Execution> find(UUID id) {
        int place = place(id);
        return place == PlaceIndex.NOWHERE
                ? Optional.empty()
                : Optional.of(PackedExecution.unpack(all.get(place)));
    }

    /**
     * Returns the last correction or bust of an execution, or the execution itself if there is
     * none.
     */
    public Execution latest(Execution execution) {
        Execution latest = execution;
        for (byte[] one : all) {
            Execution each = PackedExecution.unpack(one);
            if (latest.id().equals(each.previousId())) {
                latest = each;
            }
        }
        return latest;
    }

    /** Returns the last trade of an order that is not busted, in its corrected form. */
    public Optional<Execution> lastOf(UUID orderId) {
        Execution last = null;
        for (byte[] one : all) {
            Execution each = PackedExecution.unpack(one);
            if (each.orderId().equals(orderId) && each.type() == ExecutionType.FILL) {
                Execution latest = latest(each);
                last = latest.type() == ExecutionType.TRADE_BUST ? last : latest;
            }
        }
        return Optional.ofNullable(last);
    }

    public boolean contains(UUID id) {
        return place(id) != PlaceIndex.NOWHERE;
    }

    /** Returns the quantity of a symbol traded since a time, inclusive. */
    BigDecimal traded(String symbol, Instant since) {
        BigDecimal sum = BigDecimal.ZERO;
        for (byte[] one : all.subList(first(at -> !at.isBefore(since)), all.size())) {
            Execution execution = PackedExecution.unpack(one);
            boolean trade = execution.type() == ExecutionType.FILL;
            if (trade && execution.symbol().equals(symbol)) {
                sum = sum.add(execution.qty());
            }
        }
        return sum;
    }

    public List<Execution> page(ExecutionQuery query) {
        Instant after = query.after();
        Instant until = query.until();
        int low = after == null ? 0 : first(at -> at.isAfter(after));
        int high = until == null ? all.size() : first(at -> !at.isBefore(until));
        int past = place(query.past());
        if (past != PlaceIndex.NOWHERE) {
            low = query.ascending() ? Math.max(low, past + 1) : low;
            high = query.ascending() ? high : Math.min(high, past);
        }
        return collect(query, low, high);
    }

    private List<Execution> collect(ExecutionQuery query, int low, int high) {
        List<Execution> page = new ArrayList<>();
        int stride = query.ascending() ? 1 : -1;
        for (int at = query.ascending() ? low : high - 1;
                at >= low && at < high && page.size() < query.limit();
                at += stride) {
            Execution execution = PackedExecution.unpack(all.get(at));
            if (query.matches(execution)) {
                page.add(execution);
            }
        }
        return page;
    }

    private int place(@Nullable UUID id) {
        return id == null
                ? PlaceIndex.NOWHERE
                : places.find(
                        id.hashCode(), place -> PackedExecution.id(all.get(place)).equals(id));
    }

    /** Returns the first index at which the monotonic condition holds. */
    private int first(Predicate<Instant> condition) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(PackedExecution.at(all.get(middle)))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
