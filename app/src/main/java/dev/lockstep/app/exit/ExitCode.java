package dev.lockstep.app.exit;

/** Exit codes of the commands, ordered by severity; stable across releases. */
public enum ExitCode {
    OK(0, "success"),
    NO(1, "negative result: refused, rejected, not found, differences or problems found"),
    USAGE(2, "invalid input or settings; nothing was sent"),
    BROKER(3, "the broker could not be reached or did not answer"),
    STORE(4, "the database could not be read or written"),
    BUG(5, "internal error");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /** Returns the meaning, for help texts and the manual. */
    public String meaning() {
        return meaning;
    }

    /** Returns the more severe of two codes. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
