package dev.lockstep.app.prove.history;

/**
 * The number of disruptions of each kind.
 *
 * @param kills the number of processes killed and started again
 * @param exchangeKills the number of times that the exchange was killed
 * @param suspensions the number of times that a process was stopped for seconds
 */
public record DisruptionCounts(int kills, int exchangeKills, int suspensions) {
    public static final DisruptionCounts NONE = new DisruptionCounts(0, 0, 0);

    DisruptionCounts withKill() {
        return new DisruptionCounts(kills + 1, exchangeKills, suspensions);
    }

    DisruptionCounts withExchangeKill() {
        return new DisruptionCounts(kills, exchangeKills + 1, suspensions);
    }

    DisruptionCounts withSuspension() {
        return new DisruptionCounts(kills, exchangeKills, suspensions + 1);
    }
}
