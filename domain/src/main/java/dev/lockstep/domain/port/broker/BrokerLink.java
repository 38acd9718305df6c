package dev.lockstep.domain.port.broker;

/** The line to the broker, as far as it can be told without asking the broker. */
@FunctionalInterface
public interface BrokerLink {
    /** How it is now. */
    LinkStatus status();
}
