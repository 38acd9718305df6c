package dev.lockstep.broker.alpaca.connection;

/** Classifies HTTP statuses by whether the request was executed. */
public final class Statuses {
    /** Certainly not executed: the server rejected the request without processing it. */
    public static final int TOO_MANY_REQUESTS = 429;

    public static final int NOT_FOUND = 404;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;

    private Statuses() {}

    /** Returns whether the status is 2xx. */
    public static boolean succeeded(int status) {
        return status / 100 == 2;
    }

    /**
     * Returns whether the server failed, so that the request may or may not have been executed; a
     * query may be retried.
     */
    public static boolean failed(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY;
    }

    /** Returns whether the server processed the request and refused it. */
    public static boolean refuses(int status) {
        return status / 100 == 4 && status != TOO_MANY_REQUESTS && !failed(status);
    }
}
