package dev.lockstep.app.config;

import dev.lockstep.persistence.postgres.PostgresAddress;
import dev.lockstep.persistence.postgres.StorePassword;

/**
 * The server that keeps the orders.
 *
 * @param address where the database is
 * @param password the password of its user
 */
public record StoreServer(PostgresAddress address, StorePassword password) {}
