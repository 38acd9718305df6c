package dev.lockstep.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks with doclint that every public type and member of the domain has Javadoc, except
 * constructors and accessors that only return a field or a constant. The compiler checks that the
 * Javadoc is well-formed.
 */
@Tag("slow")
final class JavadocTest {
    private static final Path DOMAIN = Path.of("..", "domain", "src", "main", "java");

    /** The validating constructor of a record, which the header of the record documents. */
    private static final Pattern CONSTRUCTOR = Pattern.compile("\\s*public \\w+( \\{|\\(.*)");

    /** A method without parameters, whose next line returns a name. */
    private static final Pattern ACCESSOR =
            Pattern.compile(
                    "\\s*public (?:static )?(?:[\\w.<>?, ]+|@Nullable [\\w.<>]+) \\w+\\(\\) \\{");

    private static final Pattern RETURN = Pattern.compile("\\s*return \\w+;");
    private static final Pattern RECORD = Pattern.compile(".*\\brecord \\w+.*");

    @TempDir private Path classes;

    @Test
    void every_public_type_member_and_component_of_the_domain_has_javadoc() throws IOException {
        assertThat(missing(sources(DOMAIN))).isEmpty();
    }

    @Test
    void missing_javadoc_is_found() throws IOException {
        Path file = classes.resolve("Bare.java");
        Files.writeString(
                file,
                """
                /** A type.
                 *
                 * @param one explained
                 */
                public record Bare(int one, int two) {
                    public Bare {
                        two = one;
                    }

                    /** Explained in its first sentence. */
                    public int sum(int more) {
                        return one + two + more;
                    }

                    public int bare() {
                        return one + 1;
                    }

                    public int first() {
                        return one;
                    }
                }
                """);

        assertThat(missing(List.of(file)))
                .containsExactly("Bare.java:5: no @param for two", "Bare.java:15: no comment");
    }

    private List<String> missing(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            boolean compiled =
                    compiler.getTask(
                                    null,
                                    files,
                                    found,
                                    List.of(
                                            "-proc:none",
                                            "-Xmaxwarns",
                                            "10000",
                                            "-Xdoclint:missing/public",
                                            "-d",
                                            classes.toString()),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            assertThat(compiled).as(found.getDiagnostics().toString()).isTrue();
        }
        return found.getDiagnostics().stream()
                .filter(JavadocTest::counts)
                .map(JavadocTest::text)
                .toList();
    }

    /**
     * Returns whether a missing comment counts. Parameters and results may be explained in the
     * first sentence of their method.
     */
    private static boolean counts(Diagnostic<? extends JavaFileObject> missing) {
        String message = missing.getMessage(Locale.ROOT);
        return message.equals("no comment")
                ? !CONSTRUCTOR.matcher(line(missing, 0)).matches() && !accessor(missing)
                : message.startsWith("no @param") && RECORD.matcher(line(missing, 0)).matches();
    }

    private static String text(Diagnostic<? extends JavaFileObject> missing) {
        String file = Path.of(missing.getSource().getName()).getFileName().toString();
        return file + ":" + missing.getLineNumber() + ": " + missing.getMessage(Locale.ROOT);
    }

    private static boolean accessor(Diagnostic<? extends JavaFileObject> missing) {
        return ACCESSOR.matcher(line(missing, 0)).matches()
                && RETURN.matcher(line(missing, 1)).matches();
    }

    private static String line(Diagnostic<? extends JavaFileObject> missing, int after) {
        try {
            List<String> lines =
                    missing.getSource().getCharContent(true).toString().lines().toList();
            return lines.get(Math.toIntExact(missing.getLineNumber()) - 1 + after);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
