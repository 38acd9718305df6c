package dev.lockstep.domain.port.broker;

/** The state of the connection to the broker, known without a request. */
@FunctionalInterface
public interface BrokerLink {
    /** Returns the current state. */
    LinkStatus status();
}
