package dev.lockstep.app.view.body;

/**
 * A backup of the database.
 *
 * @param file its file
 * @param bytes its size
 * @param orders the number of its orders
 */
public record BackupBody(String file, long bytes, long orders) {}
