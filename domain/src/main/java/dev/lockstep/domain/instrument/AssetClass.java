package dev.lockstep.domain.instrument;

/** The kinds of instrument that orders can be for. */
public enum AssetClass {
    /** Shares and funds listed in the United States. */
    US_EQUITY,
    /** Crypto pairs, written with a slash: {@code BTC/USD}. */
    CRYPTO
}
