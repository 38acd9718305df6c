package dev.lockstep.app.view.body.risk;

/**
 * A change of the rules.
 *
 * @param at when it was made
 * @param what the change in one line
 * @param who the user or process that made it
 * @param why the reason
 */
public record RiskChangeBody(String at, String what, String who, String why) {}
