package dev.lockstep.simulator.exchange;

/** Asset classes that the exchange trades. */
public enum AssetClass implements Word {
    US_EQUITY,
    CRYPTO
}
