package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.port.store.OrderQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A line for each order at first and for each change after, oldest first, for a pipe. An order that
 * ceases to be meant, as an open one does by being filled, is told a last time.
 */
final class ChangeLines implements OrderWatchRenderer {
    /** So many are remembered as told; of more, the last change is left out. */
    private static final int MAX_REMEMBERED_ORDERS = 100_000;

    private final Output output;
    private final OrderQuery query;
    private final Set<OrderId> told = new HashSet<>();

    ChangeLines(Output output, OrderQuery query) {
        this.output = output;
        this.query = query;
    }

    @Override
    public void begin(List<Order> page) {
        boolean newestFirst = query.direction() == OrderQuery.Direction.NEWEST_FIRST;
        (newestFirst ? page.reversed() : page).forEach(this::tell);
    }

    @Override
    public void changed(List<Change> changes) {
        changes.stream()
                .map(Change::order)
                .filter(order -> query.takes(order) || told.contains(order.id()))
                .forEach(this::tell);
    }

    private void tell(Order order) {
        if (!query.takes(order)) {
            told.remove(order.id());
        } else if (told.size() < MAX_REMEMBERED_ORDERS) {
            told.add(order.id());
        }
        if (output.json()) {
            output.print(OrderView.json(order));
        } else {
            output.line(line(order));
        }
    }

    private static String line(Order order) {
        return String.join(
                "  ",
                order.updatedAt().toString(),
                order.id().value(),
                OrderView.described(order.terms()),
                order.status().name(),
                order.cumQty() + " filled");
    }
}
