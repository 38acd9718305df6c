package dev.lockstep.domain.legacy;

import org.jspecify.annotations.Nullable;

/**
 * An account in the book of another platform.
 *
 * @param id its number there; 0 for orders that name no account
 * @param name what its user calls it, empty where it has no name
 * @param provider the broker it is at, empty where that is not told
 * @param paper whether it trades with play money, null where that is not told
 * @param orders how many orders it has there
 */
public record LegacyAccount(
        long id, String name, String provider, @Nullable Boolean paper, long orders) {}
