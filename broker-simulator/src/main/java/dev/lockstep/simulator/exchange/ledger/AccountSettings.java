package dev.lockstep.simulator.exchange.ledger;

/** Settings that an account's owner may change. */
public record AccountSettings(
        boolean noShorting, boolean suspendTrade, boolean fractionalTrading, String confirmEmail) {
    public static final AccountSettings DEFAULT = new AccountSettings(false, false, true, "all");
}
