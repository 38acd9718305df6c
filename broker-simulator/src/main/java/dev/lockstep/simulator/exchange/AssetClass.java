package dev.lockstep.simulator.exchange;

/** The kinds of asset this venue trades. */
public enum AssetClass implements Word {
    US_EQUITY,
    CRYPTO
}
