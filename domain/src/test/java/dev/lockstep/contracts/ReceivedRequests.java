package dev.lockstep.contracts;

import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Replacement;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that a fake broker received, each as often as it came, and the length of the lists.
 */
final class ReceivedRequests {
    final List<Order> sends = new ArrayList<>();
    final List<Replacement> replacements = new ArrayList<>();
    final List<BrokerOrderId> cancels = new ArrayList<>();
    int cancelAlls;
    int lookups;
    int listedOrders;
    int accountQuestions;
}
