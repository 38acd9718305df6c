package dev.lockstep.app.halt;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.port.store.OrderRepository;
import dev.lockstep.domain.usecase.query.UnansweredOrders;
import java.time.Duration;
import java.util.List;

/**
 * Waits, after a halt, for the answers to orders that were on their way to the broker: a halt stops
 * what is not sent yet and calls back nothing. The wait is bounded.
 */
public final class AwaitAnswers {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MAX_PAUSES = 40;

    private final UnansweredOrders unansweredOrders;
    private final Pause pause;

    /** Waits for the orders of this repository. */
    public AwaitAnswers(OrderRepository repository, Pause pause) {
        this.unansweredOrders = new UnansweredOrders(repository);
        this.pause = pause;
    }

    /** Waits while an order is being sent; the orders that stay unanswered. */
    public List<Order> await() throws InterruptedException {
        List<Order> unanswered = unansweredOrders.list();
        for (int pauses = 0; pauses < MAX_PAUSES && anyBeingSent(unanswered); pauses++) {
            pause.of(PAUSE);
            unanswered = unansweredOrders.list();
        }
        return unanswered;
    }

    /** Describes unanswered orders; empty if there are none. */
    public static String text(List<Order> unanswered) {
        return switch (unanswered.size()) {
            case 0 -> "";
            case 1 ->
                    "order "
                            + unanswered.getFirst().id()
                            + " was sent before the halt and is unanswered: it may still be"
                            + " executed";
            default ->
                    unanswered.size()
                            + " orders were sent before the halt and are unanswered: they may"
                            + " still be executed";
        };
    }

    private static boolean anyBeingSent(List<Order> unanswered) {
        return unanswered.stream().anyMatch(order -> order.status() == OrderStatus.PENDING_SUBMIT);
    }
}
