package dev.lockstep.app.cli.order;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.view.CountText;
import dev.lockstep.app.view.OrderView;
import dev.lockstep.app.view.Table;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.store.OrderFeed.Change;
import java.util.List;
import java.util.function.Supplier;

/** A table of orders that redraws itself in place, for a terminal. */
final class LiveTable implements OrderWatchRenderer {
    private static final String CLEAR_SCREEN = "\u001b[2J";
    private static final String TO_THE_TOP = "\u001b[H";
    private static final String CLEAR_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Output output;
    private final Supplier<List<Order>> page;

    LiveTable(Output output, Supplier<List<Order>> page) {
        this.output = output;
        this.page = page;
    }

    @Override
    public void begin(List<Order> orders) {
        output.draw(CLEAR_SCREEN);
        draw(orders);
    }

    @Override
    public void changed(List<Change> changes) {
        draw(page.get());
    }

    /** In one piece, so that nothing flickers. */
    private void draw(List<Order> orders) {
        Table table = OrderView.table();
        orders.forEach(order -> OrderView.addRow(table, order));
        StringBuilder picture = new StringBuilder(TO_THE_TOP);
        for (String line : output.lines(table)) {
            picture.append(line).append(CLEAR_LINE).append('\n');
        }
        picture.append(CountText.of(orders.size(), "order"))
                .append("; Ctrl-C ends")
                .append(CLEAR_LINE);
        output.draw(picture.append('\n').append(CLEAR_BELOW).toString());
    }
}
