package dev.lockstep.alpaca.request;

/** Alpaca's kinds of error, each with its HTTP status and its code. */
public enum ErrorKind {
    /** The request cannot be parsed. */
    MALFORMED(400, 40010000),
    /** A parameter of market data is missing or invalid; its answer has no code. */
    BAD_DATA_PARAMETER(400, 0),
    /** The credentials are missing or wrong. */
    UNAUTHORIZED(401, 40110000),
    /** The account, the key or a limit forbids it. */
    FORBIDDEN(403, 40310000),
    /** The object does not exist. */
    NOT_FOUND(404, 40410000),
    /** A parameter is missing or invalid. */
    INVALID(422, 40010001),
    /** A trading rule forbids it. */
    UNPROCESSABLE(422, 42210000),
    /** There are too many requests or connections. */
    TOO_MANY(429, 42910000),
    /** An internal error. */
    INTERNAL(500, 50010000),
    /** It cannot be served now. */
    UNAVAILABLE(503, 50310000);

    private final int status;
    private final int code;

    ErrorKind(int status, int code) {
        this.status = status;
        this.code = code;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the code for the body, 0 for none. */
    public int code() {
        return code;
    }
}
