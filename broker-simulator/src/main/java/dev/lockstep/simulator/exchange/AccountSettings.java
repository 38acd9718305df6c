package dev.lockstep.simulator.exchange;

/** What an account's owner may set. */
public record AccountSettings(
        boolean noShorting, boolean suspendTrade, boolean fractionalTrading, String confirmEmail) {
    static final AccountSettings DEFAULT = new AccountSettings(false, false, true, "all");
}
