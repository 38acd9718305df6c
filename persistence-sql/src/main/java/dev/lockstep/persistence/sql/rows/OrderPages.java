package dev.lockstep.persistence.sql.rows;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.port.store.OrderQuery.Direction;
import dev.lockstep.persistence.sql.connection.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of orders, read along an index from the end of the previous page.
 *
 * <p>Orders that may be at the broker are in one small partial index, the others in one by status.
 * A query for several statuses therefore reads one run per status, each sorted by id, and merges
 * them; no run is longer than the page.
 */
public final class OrderPages {
    private final Session session;

    public OrderPages(Session session) {
        this.session = session;
    }

    /** Returns a page of orders. */
    public List<Order> page(OrderQuery query) throws SQLException {
        List<Run> runs = runs(query.statuses());
        if (runs.size() == 1) {
            return run(query, runs.getFirst());
        }
        session.beginReading();
        try {
            return merged(query, runs);
        } finally {
            session.rollback();
        }
    }

    private List<Order> merged(OrderQuery query, List<Run> runs) throws SQLException {
        List<Order> found = new ArrayList<>();
        for (Run run : runs) {
            found.addAll(run(query, run));
        }
        Comparator<Order> oldestFirst = Comparator.comparing(Order::id);
        return found.stream()
                .sorted(oldestFirst(query) ? oldestFirst : oldestFirst.reversed())
                .limit(query.limit())
                .toList();
    }

    private static List<Run> runs(Set<OrderStatus> statuses) {
        if (statuses.size() == OrderStatus.values().length) {
            return List.of(new Run(true, Set.of()));
        }
        Set<OrderStatus> atBroker = EnumSet.noneOf(OrderStatus.class);
        List<Run> runs = new ArrayList<>();
        for (OrderStatus status : new TreeSet<>(statuses)) {
            if (status.mayBeAtBroker()) {
                atBroker.add(status);
            } else {
                runs.add(new Run(false, Set.of(status)));
            }
        }
        if (!atBroker.isEmpty()) {
            runs.add(new Run(false, atBroker));
        }
        return runs;
    }

    private List<Order> run(OrderQuery query, Run run) throws SQLException {
        PageForm form =
                new PageForm(
                        run.all(),
                        run.statuses(),
                        query.symbol() != null,
                        query.strategy() != null,
                        query.side(),
                        query.purpose(),
                        query.trades(),
                        query.after() != null,
                        query.direction());
        PreparedStatement statement = session.recent(form);
        int next = 1;
        for (Object value : values(query)) {
            statement.setString(next++, value.toString());
        }
        statement.setInt(next, query.limit());
        try (ResultSet rows = statement.executeQuery()) {
            return OrderTable.read(rows, OrderRow::read);
        }
    }

    private static List<Object> values(OrderQuery query) {
        return Stream.<@Nullable Object>of(query.symbol(), query.strategy(), query.after())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static boolean oldestFirst(OrderQuery query) {
        return query.direction() == Direction.OLDEST_FIRST;
    }

    private record Run(boolean all, Set<OrderStatus> statuses) {}
}
