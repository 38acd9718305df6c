package dev.lockstep.app.prove.fuzz.connection;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * An SQLite file made by a script with one statement on each line. A statement that SQLite refuses
 * is left out. A line {@code --byte OFFSET VALUE} changes a byte of the finished file, and {@code
 * --cut BYTES} truncates it.
 */
public final class ScriptedDatabase {
    /** The start of a line that changes a byte. */
    public static final String BYTE = "--byte ";

    /** The start of a line that truncates the file. */
    public static final String CUT = "--cut ";

    private ScriptedDatabase() {}

    /** Makes the file, in place of an existing one. */
    public static void make(Path file, List<String> script) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = JDBC.createConnection(JDBC.PREFIX + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=OFF");
            statement.execute("PRAGMA synchronous=OFF");
            for (String line : script) {
                if (!line.startsWith("--")) {
                    run(statement, line);
                }
            }
        }
        for (String line : script) {
            damage(file, line);
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException refused) {
            // The script has mistakes on purpose; the other statements still make a database.
        }
    }

    private static void damage(Path file, String line) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (line.startsWith(CUT)) {
                bytes.setLength(Math.min(bytes.length(), number(line, 1)));
            } else if (line.startsWith(BYTE) && number(line, 1) < bytes.length()) {
                bytes.seek(number(line, 1));
                bytes.write((int) number(line, 2));
            }
        }
    }

    private static long number(String line, int index) {
        return Long.parseLong(line.split(" ", -1)[index]);
    }
}
