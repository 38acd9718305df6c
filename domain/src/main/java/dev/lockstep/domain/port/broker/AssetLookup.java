package dev.lockstep.domain.port.broker;

import dev.lockstep.domain.instrument.Asset;
import dev.lockstep.domain.instrument.Symbol;

/** The result of looking up an instrument. */
public sealed interface AssetLookup {
    /**
     * The broker has it.
     *
     * @param asset what it is, perhaps as of some minutes ago
     */
    record Found(Asset asset) implements AssetLookup {}

    /**
     * The broker answered that it has no such instrument.
     *
     * @param symbol what was asked for
     */
    record Absent(Symbol symbol) implements AssetLookup {}

    /**
     * The broker could not be asked.
     *
     * @param fault why
     */
    record Failed(BrokerFault fault) implements AssetLookup {}
}
