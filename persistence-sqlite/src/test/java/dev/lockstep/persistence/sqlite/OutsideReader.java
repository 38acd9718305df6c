package dev.lockstep.persistence.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Another program that holds a read transaction open until its input ends. */
final class OutsideReader {
    private OutsideReader() {}

    /** Argument: the database. */
    @SuppressWarnings("SystemOut") // output read by the test that started it
    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("SELECT count(*) FROM orders");
            System.out.println("READS");
            while (System.in.read() >= 0) {
                // Holds the read transaction until the input ends.
            }
        }
    }
}
