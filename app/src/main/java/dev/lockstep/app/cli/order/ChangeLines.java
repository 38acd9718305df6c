package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.body.OrderBody;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import dev.lockstep.domain.port.store.OrderQuery;
import dev.lockstep.domain.value.ShownValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prints one line for each order and one for each later change, oldest first, for a pipe. An order
 * that no longer matches the filter, for example because it filled, is printed a last time.
 */
final class ChangeLines implements OrderWatchRenderer {
    /** Bound of the remembered orders; beyond it, the last change of an order is not printed. */
    private static final int MAX_REMEMBERED_ORDERS = 100_000;

    private final Output output;
    private final OrderQuery query;
    private final Set<OrderId> reported = new HashSet<>();

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
                .filter(order -> query.takes(order) || reported.contains(order.id()))
                .forEach(this::tell);
    }

    private void tell(Order order) {
        if (!query.takes(order)) {
            reported.remove(order.id());
        } else if (reported.size() < MAX_REMEMBERED_ORDERS) {
            reported.add(order.id());
        }
        if (output.json()) {
            output.print(OrderBody.of(order));
        } else {
            output.line(line(order));
        }
    }

    private String line(Order order) {
        return String.join(
                "  ",
                output.text(order.updatedAt()),
                order.id().value(),
                OrderView.described(order.terms()),
                ShownValue.of(order.status()),
                order.cumQty() + " filled");
    }
}
