package dev.lockstep.app.exit;

/** What a command's exit code tells a program; stable across releases. */
public enum ExitCode {
    OK(0, "done, and the answer is yes"),
    NO(1, "done, and the answer is no: refused, rejected, differences or problems found"),
    USAGE(2, "bad input or settings; nothing was sent"),
    BROKER(3, "the broker could not be reached or gave no answer"),
    STORE(4, "the database could not be read or written"),
    BUG(5, "a mistake in Lockstep itself");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The number the shell sees. */
    public int number() {
        return number;
    }

    /** What it means, for the help text. */
    public String meaning() {
        return meaning;
    }

    /** The worse of two ends: a command that did many things ends as the worst of them. */
    public ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
