package dev.lockstep.domain.order;

/** In which hours an order may trade. */
public enum TradingHours {
    /** In the regular session. */
    REGULAR,
    /** Also before and after it. */
    EXTENDED
}
