package dev.lockstep.simulator.exchange.ledger;

/**
 * Settings that an account's owner may change.
 *
 * @param maxMarginMultiplier the most leverage of the account: 1, 2 or 4; above 2 without effect
 * @param maxOptionsTradingLevel 0 to 3, without effect
 * @param disableOvernightTrading without effect
 * @param ptpNoExceptionEntry without effect
 */
public record AccountSettings(
        boolean noShorting,
        boolean suspendTrade,
        boolean fractionalTrading,
        String confirmEmail,
        int maxMarginMultiplier,
        int maxOptionsTradingLevel,
        boolean disableOvernightTrading,
        boolean ptpNoExceptionEntry) {
    private static final int DEFAULT_MARGIN_MULTIPLIER = 2;

    public static final AccountSettings DEFAULT = new AccountSettings(false, false, true, "all");

    public AccountSettings {
        if (maxMarginMultiplier == 0) {
            // Ledgers of earlier versions do not contain it.
            maxMarginMultiplier = DEFAULT_MARGIN_MULTIPLIER;
        }
    }

    /** Creates settings that leave the others at their defaults. */
    public AccountSettings(
            boolean noShorting,
            boolean suspendTrade,
            boolean fractionalTrading,
            String confirmEmail) {
        this(
                noShorting,
                suspendTrade,
                fractionalTrading,
                confirmEmail,
                DEFAULT_MARGIN_MULTIPLIER,
                0,
                false,
                false);
    }
}
