package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.account.AccountActivity;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the account's history. It always has what the next page is asked by; it may be about
 * something that we cannot express, such as an option, and then it is not ours.
 *
 * @param id the broker's name of it
 * @param activity the entry, null where it cannot be expressed
 * @param text why it cannot, else empty
 */
public record ListedActivity(String id, @Nullable AccountActivity activity, String text) {}
