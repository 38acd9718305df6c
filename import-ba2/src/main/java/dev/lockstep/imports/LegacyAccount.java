package dev.lockstep.imports;

import org.jspecify.annotations.Nullable;

/**
 * An account in the database of another platform.
 *
 * @param id its number there; 0 for orders without an account
 * @param name its name, empty if it has none
 * @param provider its broker, empty if unknown
 * @param paper whether it is a paper account, null if unknown
 * @param orders the number of its orders
 */
public record LegacyAccount(
        long id, String name, String provider, @Nullable Boolean paper, long orders) {}
