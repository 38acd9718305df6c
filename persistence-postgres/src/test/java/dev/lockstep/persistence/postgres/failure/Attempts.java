package dev.lockstep.persistence.postgres.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.audit.AuditVerdict;
import dev.lockstep.domain.order.Evidence;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.persistence.postgres.PostgresStore;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Attempts to store new orders while the server fails, and what became of each. */
final class Attempts {
    static final Duration BOUND = Duration.ofSeconds(90);
    static final Evidence EVIDENCE = Evidence.local("test");

    private static final String ACKNOWLEDGED = "acknowledged";

    private final SampleOrders sample;
    private final Map<Order, String> outcomes = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Attempts() {
        this(new SampleOrders());
    }

    /** Creates those of one of several callers, who take their orders from one sample. */
    Attempts(SampleOrders sample) {
        this.sample = sample;
    }

    /** Adds an order; returns whether the store acknowledged it. */
    boolean add(PostgresStore store) {
        Order order = next();
        try {
            store.repository().add(order, EVIDENCE);
            outcomes.put(order, ACKNOWLEDGED);
            acknowledged.incrementAndGet();
            return true;
        } catch (RepositoryException failure) {
            outcomes.put(order, failure.reason() + " " + failure.getMessage());
            refused.incrementAndGet();
            return false;
        }
    }

    private Order next() {
        synchronized (sample) {
            return sample.intent();
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int refused() {
        return refused.get();
    }

    /**
     * Asserts that what was acknowledged is stored, that nothing else is, and that all is known.
     */
    void assertTruthful(PostgresStore witness) {
        outcomes.forEach((order, outcome) -> {
            assertThat(outcome).doesNotStartWith(Reason.COMMIT_UNKNOWN.name());
            assertThat(witness.repository().find(order.id()).isPresent())
                    .as(outcome)
                    .isEqualTo(outcome.equals(ACKNOWLEDGED));
        });
        assertIntact(witness);
    }

    static void assertIntact(PostgresStore store) {
        assertThat(store.auditTrail().verify((_, _) -> {})).isInstanceOf(AuditVerdict.Intact.class);
    }

    static void awaitSound(PostgresStore store) {
        Eventually.within(
                BOUND,
                "new orders are accepted",
                () -> store.inspection().health() instanceof StoreHealth.Sound);
    }

    /** Asserts that a call fails for this reason; returns its message. */
    static String refused(Reason reason, ThrowingCallable call) {
        RepositoryException failure = catchThrowableOfType(RepositoryException.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
        return String.valueOf(failure.getMessage());
    }
}
