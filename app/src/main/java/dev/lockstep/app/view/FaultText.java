package dev.lockstep.app.view;

import dev.lockstep.domain.port.broker.BrokerFault;
import dev.lockstep.domain.value.ShownValue;

/** Why the broker gave no answer, in one line. */
public final class FaultText {
    private FaultText() {}

    /** Returns a text such as {@code broker: rate limited: too many requests}. */
    public static String of(BrokerFault fault) {
        return "broker: " + ShownValue.of(fault.kind()).replace('_', ' ') + ": " + fault.text();
    }
}
