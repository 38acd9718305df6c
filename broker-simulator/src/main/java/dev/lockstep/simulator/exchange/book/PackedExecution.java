package dev.lockstep.simulator.exchange.book;

import dev.lockstep.simulator.exchange.ledger.Execution;
import dev.lockstep.simulator.exchange.ledger.ExecutionType;
import dev.lockstep.simulator.exchange.model.OrderStatus;
import dev.lockstep.simulator.exchange.model.Side;
import java.time.Instant;
import java.util.UUID;

/** Lossless encoding of a trade in a third of its memory. */
final class PackedExecution {
    private static final Side[] SIDES = Side.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final ExecutionType[] TYPES = ExecutionType.values();

    private PackedExecution() {}

    public static byte[] pack(Execution execution) {
        PackWriter out = new PackWriter();
        out.time(execution.at(), Instant.EPOCH).id(execution.id()).id(execution.orderId());
        out.text(execution.symbol()).constant(execution.side());
        out.decimal(execution.qty()).decimal(execution.price());
        out.decimal(execution.cumQty()).decimal(execution.leavesQty());
        out.constant(execution.orderStatus()).constant(execution.type());
        return out.id(execution.previousId()).toBytes();
    }

    public static Execution unpack(byte[] bytes) {
        PackReader in = new PackReader(bytes);
        Instant at = in.time(Instant.EPOCH);
        UUID id = in.id();
        return new Execution(
                id,
                at,
                in.id(),
                in.text(),
                in.constant(SIDES),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.decimal(),
                in.constant(STATUSES),
                in.constant(TYPES),
                in.idOrNone());
    }

    /** Returns the time of a packed trade. */
    public static Instant at(byte[] bytes) {
        return new PackReader(bytes).time(Instant.EPOCH);
    }

    /** Returns the id of a packed trade. */
    public static UUID id(byte[] bytes) {
        PackReader in = new PackReader(bytes);
        in.time(Instant.EPOCH);
        return in.id();
    }
}
