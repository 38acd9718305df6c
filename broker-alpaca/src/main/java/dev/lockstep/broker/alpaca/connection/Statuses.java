package dev.lockstep.broker.alpaca.connection;

/** What an HTTP status says about whether the request was executed. */
public final class Statuses {
    /** Certainly not executed: the server did not look at it. */
    public static final int TOO_MANY_REQUESTS = 429;

    /** Nothing of that name. */
    public static final int NOT_FOUND = 404;

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;

    private Statuses() {}

    /** Whether it worked. */
    public static boolean succeeded(int status) {
        return status / 100 == 2;
    }

    /** Whether the server failed on the way, so that nobody knows; asking again may help. */
    public static boolean failed(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_EARLY;
    }

    /** Whether the server looked at the request and said no. */
    public static boolean refuses(int status) {
        return status / 100 == 4 && status != TOO_MANY_REQUESTS && !failed(status);
    }
}
