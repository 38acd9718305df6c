package dev.lockstep.persistence.sql.inspection;

import dev.lockstep.domain.port.maintenance.StoreHealth;
import dev.lockstep.domain.value.ShownValue;

/** Reports whether the store takes new orders. */
public final class HealthCheck {
    private HealthCheck() {}

    /** Adds the state, and the fault that keeps new orders away. */
    public static void into(InspectionReport report, StoreHealth health) {
        switch (health) {
            case StoreHealth.Sound _ -> {
                report.put("health", "sound");
                report.fine("new orders are accepted");
            }
            case StoreHealth.Halted halted -> {
                report.put("health", "halted");
                report.problem(
                        "new orders are refused since "
                                + ShownValue.seconds(halted.since())
                                + ": "
                                + halted.text(),
                        "remove the cause: new orders are accepted again once it is gone");
            }
        }
    }
}
