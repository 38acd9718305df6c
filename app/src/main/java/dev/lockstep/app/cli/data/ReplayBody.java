package dev.lockstep.app.cli.data;

import dev.lockstep.domain.usecase.report.ReplayReport;
import java.util.List;

/**
 * The result of a replay in JSON.
 *
 * @param orders the number of orders
 * @param events the number of their events
 * @param differ the number of orders that differ from their events
 * @param differences the first of these
 */
record ReplayBody(long orders, long events, long differ, List<OrderDifferencesBody> differences) {
    /** Returns the fields of a report. */
    static ReplayBody of(ReplayReport report) {
        return new ReplayBody(
                report.orders(),
                report.events(),
                report.unlike(),
                report.reported().stream()
                        .map(each ->
                                new OrderDifferencesBody(each.id().value(), each.differences()))
                        .toList());
    }

    /**
     * The differences of one order.
     *
     * @param order its id
     * @param lines the differences, in one line each
     */
    record OrderDifferencesBody(String order, List<String> lines) {}
}
