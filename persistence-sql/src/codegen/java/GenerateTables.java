import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Constants;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates jOOQ's table classes from the SQL migrations: applies them in order to a temporary
 * SQLite file and reads its schema, so that SQLite itself validates the SQL. Does nothing if the
 * migrations, this program and jOOQ are those that the present classes were generated from.
 *
 * <p>Run by the build as a single-file program: {@code GenerateTables <migrations> <output>
 * <package> <source of this program>}.
 */
public final class GenerateTables {
    private GenerateTables() {}

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path output = Path.of(args[1]);
        String packageName = args[2];
        Path mark = output.resolveSibling(output.getFileName() + ".generated-from");
        String sources = digest(scripts(migrations), Path.of(args[3]));
        if (Files.isDirectory(output)
                && Files.exists(mark)
                && Files.readString(mark).equals(sources)) {
            return;
        }
        // Absent until all is generated: an interrupted build generates again.
        Files.deleteIfExists(mark);

        Path database = Files.createTempFile("lockstep-schema", ".db");
        try {
            String url = "jdbc:sqlite:" + database;
            migrate(url, scripts(migrations));
            GenerationTool.generate(configuration(url, output, packageName));
            Files.writeString(mark, sources);
        } finally {
            Files.delete(database);
        }
    }

    private static List<Path> scripts(Path migrations) throws IOException {
        try (var files = Files.list(migrations)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static String digest(List<Path> scripts, Path program)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Constants.FULL_VERSION.getBytes(UTF_8));
        digest.update(Files.readAllBytes(program));
        for (Path script : scripts) {
            digest.update(script.getFileName().toString().getBytes(UTF_8));
            digest.update(Files.readAllBytes(script));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void migrate(String url, List<Path> scripts) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (Path script : scripts) {
                try {
                    statement.executeUpdate(Files.readString(script));
                } catch (SQLException e) {
                    throw new SQLException(script.getFileName() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private static Configuration configuration(String url, Path output, String packageName) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
                .withGenerator(
                        new Generator()
                                .withDatabase(
                                        new Database()
                                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                                .withExcludes("sqlite_.*"))
                                .withGenerate(
                                        new Generate()
                                                .withGlobalCatalogReferences(false)
                                                .withGlobalSchemaReferences(false)
                                                // Path joins are not used, and a self-referencing
                                                // table would produce two paths of the same name.
                                                .withImplicitJoinPathsToOne(false)
                                                .withImplicitJoinPathsToMany(false)
                                                .withImplicitJoinPathsManyToMany(false)
                                                .withComments(false))
                                .withTarget(
                                        new Target()
                                                .withPackageName(packageName)
                                                .withDirectory(output.toString())));
    }
}
