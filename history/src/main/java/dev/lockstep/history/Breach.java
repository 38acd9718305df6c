package dev.lockstep.history;

/**
 * A place where a history breaks a rule.
 *
 * @param rule the rule
 * @param subject the key or the order
 * @param text what was seen
 */
public record Breach(HistoryRule rule, String subject, String text) {
    @Override
    public String toString() {
        return rule.word() + ": " + subject + ": " + text;
    }
}
