package dev.lockstep.domain.access;

/** What a trading key is given to. */
public enum KeyKind {
    /** A program that sends the key with each request. */
    BOT("key"),
    /** A sender of alerts, which has the secret in its URL. */
    HOOK("hook");

    private final String word;

    KeyKind(String word) {
        this.word = word;
    }

    /** Returns {@code key} or {@code hook}. */
    public String word() {
        return word;
    }
}
