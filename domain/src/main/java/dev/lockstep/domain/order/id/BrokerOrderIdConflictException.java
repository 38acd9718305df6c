package dev.lockstep.domain.order.id;

/** A report under another broker order id than the one an order has: the id is written once. */
public final class BrokerOrderIdConflictException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Names both ids.
     *
     * @param known the id the order has
     * @param reported the id the report came under
     */
    public BrokerOrderIdConflictException(BrokerOrderId known, BrokerOrderId reported) {
        super("brokerOrderId: " + reported + " (expected: " + known + ", it is written once)");
    }
}
