package dev.lockstep.persistence.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Another tool that reads a database and does not end its read until its input ends. */
final class OutsideReader {
    private OutsideReader() {}

    /** Argument: the database. */
    @SuppressWarnings("SystemOut") // how it answers the test that started it
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("SELECT count(*) FROM orders");
            System.out.println("READS");
            while (System.in.read() >= 0) {
                // It reads on until it is told to end.
            }
        }
    }
}
