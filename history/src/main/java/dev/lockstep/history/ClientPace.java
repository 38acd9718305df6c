package dev.lockstep.history;

/**
 * How fast a client sends requests, and how many orders it leaves open.
 *
 * @param maxPauseMillis the longest pause before a request; zero for none
 * @param maxRestingOrders the number of its waiting orders above which it cancels the oldest of
 *     them
 */
public record ClientPace(int maxPauseMillis, int maxRestingOrders) {
    /** One request right after the other, and cancels at random only. */
    public static final ClientPace FULL = new ClientPace(0, Integer.MAX_VALUE);

    public ClientPace {
        if (maxPauseMillis < 0 || maxRestingOrders < 1) {
            throw new IllegalArgumentException(
                    "a pause of " + maxPauseMillis + " ms, " + maxRestingOrders + " orders");
        }
    }
}
