package dev.lockstep.domain.account;

/** A flag of the broker's account that prevents trading or limits what the account may do. */
public enum AccountRestriction {
    /** The account as a whole is blocked. */
    ACCOUNT_BLOCKED(true, "The broker has blocked this account: it accepts no orders."),
    /** Trading is blocked. */
    TRADING_BLOCKED(true, "The broker has blocked trading on this account: it accepts no orders."),
    /** The owner of the account has suspended trading. */
    SUSPENDED_BY_USER(
            true, "Trading is suspended in the account's settings at the broker; lift it there."),
    /** Money can be neither paid in nor paid out. */
    TRANSFERS_BLOCKED(false, "The broker has blocked transfers of money; trading is possible."),
    /** The account counts as a pattern day trader's. */
    PATTERN_DAY_TRADER(
            false,
            "The broker has flagged this account as a pattern day trader: it refuses day trades"
                    + " while the equity is below $25,000.");

    private final boolean preventsTrading;
    private final String text;

    AccountRestriction(boolean preventsTrading, String text) {
        this.preventsTrading = preventsTrading;
        this.text = text;
    }

    /** Returns whether no order is accepted because of it. */
    public boolean preventsTrading() {
        return preventsTrading;
    }

    /** Returns its meaning as a sentence. */
    public String text() {
        return text;
    }
}
