package dev.lockstep.imports;

import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.order.ReportedStatus;
import dev.lockstep.domain.order.id.BrokerOrderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Another platform's book made of code. */
public final class FakeLegacyBook implements LegacyBook {
    /** What its orders are in. */
    public static final String TABLE = "tradingorder";

    private final TreeMap<Long, LegacyRow> rows = new TreeMap<>();

    /** Has an order for ten shares, of which so much has traded. */
    public FakeLegacyBook with(
            long id, OrderStatus status, @Nullable String brokerOrderId, String cumQty) {
        return with(
                order(
                        id,
                        new ReportedStatus.Known(status.name(), status),
                        brokerOrderId,
                        cumQty,
                        null));
    }

    /** Has an order whose status is no broker's. */
    public FakeLegacyBook with(long id, String word, @Nullable String brokerOrderId) {
        return with(order(id, new ReportedStatus.Unrecognized(word), brokerOrderId, "0", null));
    }

    /** Has an order that hangs on another one. */
    public FakeLegacyBook hanging(
            long id, String word, @Nullable String brokerOrderId, long parent) {
        return with(order(id, new ReportedStatus.Unrecognized(word), brokerOrderId, "0", parent));
    }

    /** Has this order. */
    public FakeLegacyBook with(LegacyOrder order) {
        rows.put(order.id(), new LegacyRow.Legible(order, List.of()));
        return this;
    }

    /** Has a row that is no order. */
    public FakeLegacyBook with(ImportNote why) {
        rows.put(why.id(), new LegacyRow.Illegible(why.id(), why));
        return this;
    }

    /** An order for ten shares as it may be in the book. */
    public static LegacyOrder order(
            long id,
            ReportedStatus status,
            @Nullable String brokerOrderId,
            String cumQty,
            @Nullable Long parent) {
        return new LegacyOrder(
                id,
                SampleOrders.tenShares(),
                status,
                brokerOrderId == null ? null : new BrokerOrderId(brokerOrderId),
                Quantity.of(cumQty),
                null,
                parent == null ? null : new LegacyOrder.Link("parent_order_id", parent),
                SampleOrders.START.minusSeconds(10).plusMillis(id),
                TABLE,
                "id: " + id);
    }

    /** Its only account. */
    public LegacyAccount account() {
        return new LegacyAccount(1, "mine", "Alpaca", true, rows.size());
    }

    @Override
    public LegacyContents contents() {
        return new LegacyContents(
                "BA2", "db.sqlite", List.of(account()), new LinkedHashMap<>(), List.of());
    }

    @Override
    public List<LegacyRow> page(LegacyAccount account, long after, int limit) {
        return rows.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public void close() {}
}
