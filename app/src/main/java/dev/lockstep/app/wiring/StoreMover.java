package dev.lockstep.app.wiring;

import dev.lockstep.app.platform.StoreMove;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.copy.CopiedStore;
import dev.lockstep.persistence.sql.copy.StoreCopy;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies one store into another and verifies the copy. */
final class StoreMover {
    private final Supplier<OrderStore> source;
    private final Supplier<OrderStore> target;

    StoreMover(Supplier<OrderStore> source, Supplier<OrderStore> target) {
        this.source = source;
        this.target = target;
    }

    StoreMove move() {
        try (OrderStore from = source.get()) {
            Optional<Lease> held = from.lease().current().filter(lease -> !lease.released());
            if (held.isPresent()) {
                return new StoreMove.InUse(held.get().owner());
            }
            CopiedStore copied = copied(from);
            if (!StoreCopy.same(from, copied)) {
                return new StoreMove.Outrun();
            }
            return verified(copied);
        }
    }

    private CopiedStore copied(OrderStore from) {
        try (OrderStore to = target.get()) {
            return StoreCopy.copy(from, to);
        }
    }

    /** Opens the copy again, which walks its chains from the beginning to the copied ends. */
    private StoreMove verified(CopiedStore copied) {
        try (OrderStore to = target.get()) {
            return switch (to.auditTrail().verify((_, _) -> {})) {
                case AuditVerdict.Intact intact ->
                        intact.head().equals(copied.events())
                                        && intact.records().equals(copied.records())
                                ? new StoreMove.Complete(copied.rows(), intact)
                                : new StoreMove.Outrun();
                case AuditVerdict.Broken broken -> new StoreMove.Altered(broken);
            };
        }
    }
}
