package dev.lockstep.simulator.exchange.model;

/** Asset classes that the exchange trades. */
public enum AssetClass implements WireEnum {
    US_EQUITY,
    CRYPTO
}
