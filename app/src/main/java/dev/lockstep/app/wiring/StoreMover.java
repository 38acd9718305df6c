package dev.lockstep.app.wiring;

import dev.lockstep.app.platform.StoreMove;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.port.store.RiskControl;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.pretrade.ControlRisk;
import dev.lockstep.persistence.sql.OrderStore;
import dev.lockstep.persistence.sql.copy.CopiedStore;
import dev.lockstep.persistence.sql.copy.OnlineCopy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Moves the orders of one store into another, which may be in use meanwhile: copies all, catches up
 * until little is missing, halts trading in the old store, copies the last changes while no process
 * can write, and verifies the copy.
 *
 * <p>The copy is marked as unfinished until it is verified. So a run that is killed leaves the old
 * store as the only one that can be used, at worst halted, and the next run continues.
 */
final class StoreMover {
    /** So few events and records are copied in a moment, while trading is halted. */
    private static final long FEW = 500;

    private static final int MAX_ROUNDS = 20;

    private final Supplier<OrderStore> source;
    private final Supplier<OrderStore> target;
    private final String sourceName;
    private final String targetName;
    private final PlatformClock clock;

    StoreMover(
            Supplier<OrderStore> source,
            Supplier<OrderStore> target,
            String sourceName,
            String targetName,
            PlatformClock clock) {
        this.source = source;
        this.target = target;
        this.sourceName = sourceName;
        this.targetName = targetName;
        this.clock = clock;
    }

    StoreMove move() {
        try (OrderStore from = source.get()) {
            UnfinishedCopy.refuse(from);
            Halt halt = new Halt(from);
            try {
                CopiedStore copied = copied(from, halt);
                return verified(copied, halt);
            } finally {
                halt.end();
            }
        }
    }

    private CopiedStore copied(OrderStore from, Halt halt) {
        try (OrderStore to = target.get()) {
            OnlineCopy copy = new OnlineCopy(from, to, sourceName);
            CopiedStore copied = copy.copy();
            long rows = copied.rows();
            for (int round = 0; round < MAX_ROUNDS && copy.missing(copied) > FEW; round++) {
                copied = copy.copy();
                rows += copied.rows();
            }
            if (halt.applied() || isUsed(from) || copy.missing(copied) > 0) {
                halt.apply();
            }
            CopiedStore last = last(copy, copied, halt);
            return new CopiedStore(rows + last.rows(), last.events(), last.records());
        }
    }

    /** Copies the last changes; again under a halt if somebody has stored something until then. */
    private CopiedStore last(OnlineCopy copy, CopiedStore copied, Halt halt) {
        CopiedStore last = copy.copyLocked(clock::nanoTime);
        if (!halt.applied() && !same(copied, last)) {
            halt.apply();
            last = copy.copyLocked(clock::nanoTime);
        }
        return last;
    }

    private static boolean isUsed(OrderStore from) {
        return from.lease().current().filter(lease -> !lease.released()).isPresent();
    }

    private static boolean same(CopiedStore one, CopiedStore other) {
        return one.events().equals(other.events()) && one.records().equals(other.records());
    }

    /** Opens the copy again, and walks its chains from the beginning to the copied ends. */
    private StoreMove verified(CopiedStore copied, Halt halt) {
        try (OrderStore to = target.get()) {
            return switch (to.auditTrail().verify((_, _) -> {})) {
                case AuditVerdict.Intact intact -> finished(to, copied, intact, halt);
                case AuditVerdict.Broken broken -> new StoreMove.Altered(broken);
            };
        }
    }

    /** The copy has the halt of the original, which ends there once it can be used. */
    private StoreMove finished(
            OrderStore to, CopiedStore copied, AuditVerdict.Intact intact, Halt halt) {
        if (!intact.head().equals(copied.events()) || !intact.records().equals(copied.records())) {
            throw new RepositoryException(
                    Reason.CORRUPT,
                    "the copy ends at "
                            + intact.head()
                            + " and "
                            + intact.records()
                            + ", and the original at "
                            + copied.events()
                            + " and "
                            + copied.records());
        }
        halt.stays = true;
        try {
            OnlineCopy.finish(to);
            new ControlRisk(to.riskControl(), clock)
                    .lift(Restriction.STORE_COPY, "the orders were moved here from " + sourceName);
        } catch (RepositoryException unanswered) {
            throw unfinished(unanswered, halt);
        }
        return new StoreMove.Complete(copied.rows(), intact, halt.applied());
    }

    /** Without an answer, the copy may be the store that is used from now on. */
    private static RepositoryException unfinished(RepositoryException unanswered, Halt halt) {
        return new RepositoryException(
                unanswered.reason(),
                unanswered.getMessage()
                        + "; the copy may be complete"
                        + (halt.applied() ? ", and trading stays halted in the old store" : "")
                        + ": repeat 'store copy'",
                unanswered);
    }

    /** The halt of the old store; one that an earlier run has left is only ended by a person. */
    private final class Halt {
        private final RiskControl control;
        private boolean applied;
        private boolean own;
        private boolean stays;

        private Halt(OrderStore from) {
            this.control = from.riskControl();
            this.applied = control.rules().restrictions().stream().anyMatch(Halt::isStoreCopy);
        }

        private boolean applied() {
            return applied;
        }

        /** The halt of another copy, which may be complete by now, is not ended by this one. */
        private void apply() {
            Instant now = clock.instant();
            applied = true;
            own |=
                    new ControlRisk(control, InstantSource.fixed(now))
                                    .restrict(
                                            Restriction.STORE_COPY,
                                            TradingState.HALTED,
                                            "the orders are moved to "
                                                    + targetName
                                                    + ": start with that store")
                                    .restrictions()
                                    .stream()
                                    .filter(Halt::isStoreCopy)
                                    .anyMatch(known -> known.since().equals(now));
        }

        private static boolean isStoreCopy(Restriction restriction) {
            return restriction.source().equals(Restriction.STORE_COPY);
        }

        private void end() {
            if (own && !stays) {
                new ControlRisk(control, clock)
                        .lift(Restriction.STORE_COPY, "the orders were not moved");
            }
        }
    }
}
